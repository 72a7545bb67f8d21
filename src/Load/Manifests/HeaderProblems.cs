using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>
/// What every object has to say of itself: https://kubernetes.io/docs/concepts/overview/working-with-objects/#required-fields.
/// </summary>
internal static class HeaderProblems
{
    // Objects that are answered rather than stored, and so have no name: https://kubernetes.io/docs/reference/kubernetes-api/
    // (authentication and authorization resources, Eviction by its Pod's).
    private static readonly string[] NamelessSuffixes = ["Review", "Request"];

    public static void Find(Node root, List<LoadProblem> problems)
    {
        if (!root.Field("apiVersion").IsScalar)
        {
            problems.Add(Missing(root, LoadProblemIds.MissingApiVersion, "apiVersion", "Set it, such as apps/v1."));
        }

        if (!root.Field("kind").IsScalar)
        {
            problems.Add(Missing(root, LoadProblemIds.MissingKind, "kind", "Set it, such as Deployment."));
        }
        else if (!HasName(root))
        {
            Node place = root.Field("metadata").IsMapping ? root.Field("metadata") : root;
            problems.Add(Missing(place, LoadProblemIds.MissingName, "metadata.name", "Set it, or generateName."));
        }
    }

    private static bool HasName(Node root)
    {
        Node metadata = root.Field("metadata");
        string kind = root.Field("kind").Text;
        return metadata.Field("name").Text.Length > 0
            || metadata.Field("generateName").Text.Length > 0
            || NamelessSuffixes.Any(suffix => kind.EndsWith(suffix, StringComparison.Ordinal));
    }

    private static LoadProblem Missing(Node place, string id, string field, string remediation) => new(
        id,
        Severity.Medium,
        Outcome.Fail,
        FirstLineOf(place),
        $"The object has no {field}; the API server refuses it.",
        remediation);

    /// <summary>A whole object is no place to look at; its first line is.</summary>
    private static Location FirstLineOf(Node place)
    {
        Location whole = place.Location;
        Value? first = place.Value is Mapping { Entries: [var entry, ..] } && place.Path.Length == 0 ? entry.Key : null;
        return first is null ? whole : whole with { Span = first.Span };
    }
}
