using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Cli.Setup;
using PolicyGate.Load;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Check;

/// <summary>Finds the settings of a run: configuration, profile and waivers.</summary>
internal static class SettingsFiles
{
    public const string ConfigurationFile = "policygate.yaml";

    /// <summary>What the configuration says; nothing when there is none and none was named.</summary>
    /// <param name="from">Where settings are read.</param>
    /// <param name="given">The file, or null for <c>policygate.yaml</c> at the root.</param>
    public static Configuration ReadConfiguration(SettingsRoot from, string? given)
    {
        string root = from.Directory;
        string path = given is null ? Path.Combine(root, ConfigurationFile) : from.Existing(given);
        if (!File.Exists(path))
        {
            return given is null ? new() : throw new UsageException($"there is no file '{given}'; correct --config");
        }

        string name = given ?? ConfigurationFile;
        Collection found = Collect(root, path);
        RefuseProblems(found.Problems);
        Document document = found.Configurations.FirstOrDefault()
            ?? throw new UsageException($"{name} holds no document of kind Configuration; delete it, or see docs/configuration.md");
        Reading<Configuration?> read = ConfigurationReader.Read(document);
        RefuseProblems(read.Problems);
        if (found.Configurations.Length > 1)
        {
            throw new UsageException($"{name} holds more than one document of kind Configuration; keep one");
        }

        RefuseMissing(root, name, "profiles", read.Value!.Profiles);
        RefuseMissing(root, name, "waivers", read.Value.Waivers);
        return read.Value;
    }

    /// <summary>
    /// The profiles that come with the policies and the configuration, and of those that ship the ones whose name is
    /// not taken by them.
    /// </summary>
    public static IEnumerable<Document> FindProfiles(string root, Configuration configuration, IEnumerable<PolicyRoot> policies)
    {
        IEnumerable<string> places =
        [
            .. policies.Select(one => Path.Combine(one.Directory, "profiles")),
            .. configuration.Profiles.Select(path => Path.Combine(root, path)),
        ];
        ImmutableArray<Document> near = [.. places.Where(Path.Exists).SelectMany(path => Collect(root, path).Profiles)];
        string shipped = Path.Combine(PolicyRoot.Shipped, "profiles");
        IEnumerable<Document> far = !places.Contains(shipped) && Directory.Exists(shipped) ? Collect(shipped, shipped).Profiles : [];
        return [.. near, .. far.ExceptBy(near.Select(NameOf), NameOf)];
    }

    /// <exception cref="UsageException">There is no profile of that name, or none without a problem.</exception>
    public static Profile ChooseProfile(string name, ImmutableArray<Document> documents, Reading<RepositorySettings> settings)
    {
        ImmutableArray<Profile> profiles = settings.Value.Profiles;
        if (profiles.FirstOrDefault(profile => profile.Name == name) is { } chosen)
        {
            return chosen;
        }

        IEnumerable<string> files = documents.Where(document => NameOf(document) == name).Select(document => document.File);
        RefuseProblems([.. settings.Problems.Where(problem => files.Contains(problem.Location.File, StringComparer.Ordinal))]);
        throw new UsageException(
            $"there is no profile '{name}'; there are: {string.Join(", ", profiles.Select(profile => profile.Name))}");
    }

    /// <summary>
    /// The documents of waivers: those given and no others; else those of the configuration and of the estate.
    /// </summary>
    public static ImmutableArray<Document> FindWaivers(
        ImmutableArray<string> given, string root, Configuration configuration, Collection estate)
    {
        foreach (string directory in given.Where(directory => !Path.Exists(directory)))
        {
            throw new UsageException($"there is no directory of waivers '{directory}'; correct --waivers");
        }

        IEnumerable<Document> found = given.IsEmpty
            ? configuration.Waivers.SelectMany(path => Collect(root, Path.Combine(root, path)).Waivers).Concat(estate.Waivers)
            : given.SelectMany(path => Collect(root, Path.GetFullPath(path)).Waivers);
        return [.. found.DistinctBy(document => $"{document.File}#{document.Index}", StringComparer.Ordinal)];
    }

    /// <summary>The facts about the change and about images.</summary>
    /// <exception cref="UsageException">A file is not there, or holds no facts.</exception>
    public static Facts ReadFacts(ImmutableArray<string> given)
    {
        if (given.IsEmpty)
        {
            return Facts.None;
        }

        Reading<Facts> read = FactsReader.Read([.. given.Select(file => (Path.GetFullPath(file), file.Replace('\\', '/')))]);
        RefuseProblems(read.Problems);
        return read.Value;
    }

    private static void RefuseMissing(string root, string file, string field, ImmutableArray<string> paths)
    {
        if (paths.FirstOrDefault(path => !Path.Exists(Path.Combine(root, path))) is { } missing)
        {
            throw new UsageException($"there is no '{missing}', which spec.{field} of {file} names");
        }
    }

    private static string NameOf(Document document) => document.Root["metadata.name"].Text;

    private static Collection Collect(string root, string path) => Loader.Collect(new() { Root = root, Paths = [path] });

    private static void RefuseProblems(ImmutableArray<LoadProblem> problems)
    {
        if (!problems.IsEmpty)
        {
            throw new UsageException(problems.Select(Line));
        }
    }

    /// <summary>The problem for a terminal, with its place first.</summary>
    public static string Line(LoadProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{problem.Location.File}:{problem.Location.Span.StartLine}:{problem.Location.Span.StartColumn}: {problem.Message}");
}
