using System.Globalization;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>Finds objects that are declared twice, of which the cluster keeps whichever is applied last.</summary>
internal static class DuplicateObjects
{
    /// <param name="manifests">Those of one environment.</param>
    /// <param name="perDirectory">
    /// Look only within each directory: without descriptors nobody says that two directories are deployed together, and
    /// overlays side by side repeat each other's objects.
    /// </param>
    public static IEnumerable<LoadProblem> In(IEnumerable<Manifest> manifests, bool perDirectory)
    {
        Dictionary<Identity, Node> first = [];
        foreach (Manifest manifest in manifests)
        {
            // Without a name the API server makes one up (generateName), or there is a problem already.
            if (manifest.Header.Name.Length == 0)
            {
                continue;
            }

            Identity identity = IdentityOf(manifest, perDirectory);
            if (!first.TryAdd(identity, manifest.Root))
            {
                yield return Problem(manifest, first[identity]);
            }
        }
    }

    private static Identity IdentityOf(Manifest manifest, bool perDirectory)
    {
        string directory = perDirectory ? Files.Paths.DirectoryOf(manifest.File) : "";
        ObjectHeader header = manifest.Header;
        return new(directory, header.Group, header.Kind, header.Namespace, header.Name);
    }

    private static LoadProblem Problem(Manifest second, Node first)
    {
        Location place = first.Location;
        string line = place.Span.StartLine.ToString(CultureInfo.InvariantCulture);
        return new(
            LoadProblemIds.DuplicateObject,
            Severity.Medium,
            Outcome.Fail,
            second.Root.Field("metadata").Field("name").Location,
            $"{second.Header} is already declared in {place.File}:{line}; the cluster keeps whichever is applied last.",
            "Remove one of the two, or give it another name or namespace.");
    }

    /// <summary>The same object whatever version it is written in.</summary>
    private sealed record Identity(string Directory, string Group, string Kind, string Namespace, string Name);
}
