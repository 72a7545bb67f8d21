using System.Collections.Immutable;
using PolicyGate.Cli.Check;
using PolicyGate.Cli.Setup;
using PolicyGate.Load;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Listing;

/// <summary>Finds the standards that policies serve: <c>controls/</c> beside the policies, and those that ship.</summary>
internal static class FrameworkFiles
{
    /// <summary>A directory of policies has them here.</summary>
    private const string Folder = "controls";

    /// <exception cref="UsageException">There is no standard of that name, or none without a problem.</exception>
    public static Framework Find(string name, ImmutableArray<PolicyRoot> roots)
    {
        Reading<ImmutableArray<Framework>> read = FrameworkReader.Read(Documents(roots));
        return read.Value.FirstOrDefault(framework => framework.Name == name)
            ?? throw new UsageException(
            [
                .. read.Problems.Select(SettingsFiles.Line),
                $"there is no standard '{name}'; there are: {string.Join(", ", read.Value.Select(framework => framework.Name).Order(StringComparer.Ordinal))}",
            ]);
    }

    /// <summary>One of the policies' own comes before one that ships.</summary>
    private static ImmutableArray<Document> Documents(ImmutableArray<PolicyRoot> roots) =>
    [
        .. roots.Select(root => root.Directory).Append(PolicyRoot.Shipped)
            .Select(directory => Path.Combine(directory, Folder))
            .Where(Directory.Exists)
            .SelectMany(directory => Loader.Collect(new() { Root = directory, Paths = [directory] }).Frameworks)
            .DistinctBy(document => document.Root["metadata.name"].Text, StringComparer.Ordinal),
    ];
}
