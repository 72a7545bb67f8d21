using System.Collections.Immutable;
using System.Text;
using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>The kubeconfigs there are, in the order in which they win.</summary>
/// <param name="Documents">Each named by its file's path.</param>
/// <param name="Searched">Where was looked, for who finds nothing there.</param>
/// <param name="Problems">Any of them makes the whole unusable.</param>
internal sealed record KubeconfigFiles(
    ImmutableArray<Document> Documents, string Searched, ImmutableArray<KubeconfigProblem> Problems)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static KubeconfigFiles Find(string? file, Surroundings surroundings)
    {
        if (file is not null)
        {
            return File.Exists(file)
                ? Read([file], file)
                : new([], file, [KubeconfigProblem.InFile(file, "there is no such file")]);
        }

        // Files of the list that are not there are passed over, as kubectl does.
        string[] listed = (surroundings.Variable("KUBECONFIG") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        string standard = Path.Combine(surroundings.Home, ".kube", "config");
        return listed.Length > 0
            ? Read(listed.Where(File.Exists), $"KUBECONFIG ({string.Join(Path.PathSeparator, listed)})")
            : Read(File.Exists(standard) ? [standard] : [], Path.Combine("~", ".kube", "config"));
    }

    private static KubeconfigFiles Read(IEnumerable<string> files, string searched)
    {
        List<KubeconfigProblem> problems = [];
        ImmutableArray<Document> documents = [.. files.Select(file => Read(file, problems)).OfType<Document>()];
        return new(documents, searched, [.. problems]);
    }

    /// <summary>Null for an empty one, and for one with problems.</summary>
    private static Document? Read(string file, List<KubeconfigProblem> problems)
    {
        if (Text(file, problems) is not { } text)
        {
            return null;
        }

        YamlFile yaml = YamlReader.Read(file, text, LoadLimits.Default);
        problems.AddRange(yaml.Problems.Select(Unquoted));
        if (yaml.Documents is not [var document, ..])
        {
            return null;
        }

        if (!document.Root.IsMapping)
        {
            problems.Add(KubeconfigProblem.InFile(file, "it is no kubeconfig"));
        }

        return document;
    }

    private static string? Text(string file, List<KubeconfigProblem> problems)
    {
        try
        {
            if (new FileInfo(file).Length > LoadLimits.Default.FileBytes)
            {
                problems.Add(KubeconfigProblem.InFile(file, "it is too large for a kubeconfig"));
                return null;
            }

            return Strict.GetString(File.ReadAllBytes(file)).TrimStart('\uFEFF');
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            problems.Add(KubeconfigProblem.InFile(file, "it cannot be read: check its permissions"));
        }
        catch (DecoderFallbackException)
        {
            problems.Add(KubeconfigProblem.InFile(file, "it is not UTF-8"));
        }

        return null;
    }

    /// <summary>The reader's own message may quote what stands there, which may be a token.</summary>
    private static KubeconfigProblem Unquoted(LoadProblem problem) => new(
        problem.Location.File,
        problem.Location.Path,
        problem.Location.Span.StartLine,
        problem.Location.Span.StartColumn,
        problem.Id == "load/duplicate-key" ? "this key is there twice" : "this is not valid YAML");
}
