using System.Collections.Immutable;
using PolicyGate.Model.Delivery;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Changes;

/// <summary>The paths of the repository that an environment is made of.</summary>
internal static class ProductionPaths
{
    /// <summary>
    /// The files of its objects, and its descriptor where that stands beside them and names no sources. Where no files are
    /// known, of each source a file that may be there, and of patterns that lead into a source a file that they mean, so
    /// that a later line takes nothing away unseen. Without sources too, what is named after production.
    /// </summary>
    /// <param name="environment">Whose.</param>
    /// <param name="factsFile">A case, which holds facts too, is no file of the repository.</param>
    /// <param name="patterns">Of CODEOWNERS.</param>
    /// <param name="changed">The files of the change.</param>
    /// <param name="words">What production is called.</param>
    public static ImmutableArray<string> Of(
        Environment environment, string? factsFile, ImmutableArray<string> patterns, ImmutableArray<string> changed, StageWords words)
    {
        IEnumerable<string> files = environment.Resources.Select(resource => resource.Node.Document.File)
            .Append(environment["spec.sources"].Count == 0 ? environment.Node.Document.File : "")
            .Where(file => file.Length > 0 && file != factsFile)
            .Distinct(StringComparer.Ordinal);
        ImmutableArray<string> sources = [.. environment["spec.sources"].Items.SelectMany(SourcePaths).Distinct(StringComparer.Ordinal)];
        ImmutableArray<string> known = [.. files];
        return !known.IsEmpty ? known
            : sources.IsEmpty ? NamedAfterProduction([.. changed, .. patterns.Select(Example)], words) is { IsEmpty: false } named ? named : Some(changed)
            : [.. sources.SelectMany(source => Probes(source, patterns)).Distinct(StringComparer.Ordinal)];
    }

    private static ImmutableArray<string> NamedAfterProduction(ImmutableArray<string> paths, StageWords words) =>
        [.. paths.Where(path => words.Of(path) == DeploymentStage.Production).Distinct(StringComparer.Ordinal)];

    private static ImmutableArray<string> Some(ImmutableArray<string> changed) => changed.IsEmpty ? ["any.yaml"] : changed;

    private static IEnumerable<string> SourcePaths(Node source) =>
        new[] { source["path"], source["kustomize"], source["helm"] }.Concat(source["values"].Items)
            .Where(path => path.IsScalar)
            .Select(path => RepositoryPath.Of("", UpToWildcard(path.Text)));

    private static IEnumerable<string> Probes(string source, ImmutableArray<string> patterns)
    {
        string directory = source.Length == 0 ? "" : $"{source}/";
        string[] inside = [.. patterns.Select(Example).Where(path => path.StartsWith(directory, StringComparison.Ordinal))];
        return [source[(source.LastIndexOf('/') + 1)..].Contains('.', StringComparison.Ordinal) ? source : $"{directory}any.yaml", .. inside];
    }

    private static string Example(string pattern) =>
        pattern.TrimStart('/').Replace("**", "any", StringComparison.Ordinal).Replace("*", "any", StringComparison.Ordinal) is var one && one.EndsWith('/') ? $"{one}any.yaml" : one;

    private static string UpToWildcard(string path) =>
        path.IndexOf('*', StringComparison.Ordinal) is >= 0 and int star ? path[..(path.LastIndexOf('/', star) + 1)] : path;
}
