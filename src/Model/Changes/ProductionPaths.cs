using System.Collections.Immutable;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Changes;

/// <summary>The paths of the repository that an environment is made of.</summary>
internal static class ProductionPaths
{
    /// <summary>
    /// The files of its objects, and its descriptor where that stands beside them and names no sources. Where no files are
    /// known, of each source a file that may be there, and of patterns that lead into a source a file that they mean, so
    /// that a later line takes nothing away unseen.
    /// </summary>
    /// <param name="environment">Whose.</param>
    /// <param name="factsFile">A case, which holds facts too, is no file of the repository.</param>
    /// <param name="patterns">Of CODEOWNERS.</param>
    public static ImmutableArray<string> Of(Environment environment, string? factsFile, ImmutableArray<string> patterns)
    {
        IEnumerable<string> files = environment.Resources.Select(resource => resource.Node.Document.File)
            .Append(environment["spec.sources"].Count == 0 ? environment.Node.Document.File : "")
            .Where(file => file.Length > 0 && file != factsFile)
            .Distinct(StringComparer.Ordinal);
        ImmutableArray<string> sources = [.. environment["spec.sources"].Items.SelectMany(SourcePaths).Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> known = [.. files];
        bool isCase = known.IsEmpty;
        return [.. known, .. isCase ? sources.SelectMany(source => Probes(source, patterns)) : []];
    }

    private static IEnumerable<string> SourcePaths(Node source) =>
        new[] { source["path"], source["kustomize"], source["helm"] }.Concat(source["values"].Items)
            .Where(path => path.IsScalar)
            .Select(path => UpToWildcard(path.Text).Trim('/'))
            .Where(path => path.Length > 0);

    private static IEnumerable<string> Probes(string source, ImmutableArray<string> patterns)
    {
        string[] inside = [.. patterns.Select(pattern => pattern.TrimStart('/')).Where(pattern => pattern.StartsWith($"{source}/", StringComparison.Ordinal)).Select(Example)];
        return [source[(source.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? source : $"{source}/any.yaml", .. inside];
    }

    private static string Example(string pattern) =>
        pattern.Replace("**", "any", StringComparison.Ordinal).Replace("*", "any", StringComparison.Ordinal) is var one && one.EndsWith('/') ? $"{one}any.yaml" : one;

    private static string UpToWildcard(string path) =>
        path.IndexOf('*', StringComparison.Ordinal) is >= 0 and int star ? path[..(path.LastIndexOf('/', star) + 1)] : path;
}
