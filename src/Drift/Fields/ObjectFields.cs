using System.Collections.Immutable;

namespace PolicyGate.Drift.Fields;

/// <summary>Fields that every object has and git does not decide on.</summary>
internal static class ObjectFields
{
    /// <summary>The same by which the object was found, and what the cluster says of itself.</summary>
    public static ImmutableArray<string> NotCompared { get; } = ["apiVersion", "kind", "status"];

    /// <summary>
    /// What the API server alone sets
    /// (<see href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/">ObjectMeta</see>).
    /// </summary>
    public static ImmutableArray<string> OwnMetadata { get; } =
    [
        "creationTimestamp",
        "deletionGracePeriodSeconds",
        "deletionTimestamp",
        "generateName",
        "generation",
        "managedFields",
        "name",
        "namespace",
        "resourceVersion",
        "selfLink",
        "uid",
        "clusterName",
    ];
}
