using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Files;

/// <summary>
/// The GitHub workflows of a repository (https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax).
/// The other directories that begin with a dot are set aside.
/// </summary>
internal static class WorkflowFiles
{
    private const string Place = ".github/workflows";

    public static SourceFile[] Read(LoadOptions options)
    {
        PathRules rules = new(options.Root, options.Exclude);
        return
        [
            .. RepositoryPlaces.Holding(options, Place)
                .SelectMany(directory => new DirectoryInfo(Path.Combine(directory, Place)).EnumerateFiles())
                .Where(file => file.Extension is ".yml" or ".yaml")
                .Select(file => new FoundFile(Paths.Relative(options.Root, file.FullName), file.FullName, IsNamed: true))
                .Where(found => rules.ReasonNotToRead(found.File) != SetAsideReason.Excluded)
                .OrderBy(found => found.File, StringComparer.Ordinal)
                .Select(found => SourceFile.Read(options.Root, found, rules, options.Limits)),
        ];
    }

    /// <summary>Events and jobs, and nothing that would make it an object.</summary>
    public static bool IsWorkflow(Document document) =>
        document.Root is { IsMapping: true } root
        && root.Field("jobs").IsMapping
        && root.Field("on").Exists
        && root.Field("apiVersion").IsMissing
        && root.Field("kind").IsMissing;
}
