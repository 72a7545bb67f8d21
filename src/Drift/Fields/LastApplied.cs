using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>What kubectl's client-side apply was last given, by the annotation that it leaves.</summary>
internal static class LastApplied
{
    /// <summary><see href="https://kubernetes.io/docs/reference/labels-annotations-taints/#kubectl-kubernetes-io-last-applied-configuration">The annotation</see>.</summary>
    public const string Annotation = "kubectl.kubernetes.io/last-applied-configuration";

    public static Node Nothing { get; } = new Document("", 0, new Mapping([], isFlow: true, Span.Start)).Root["nothing"];

    /// <summary>The object as it was applied; nothing where the annotation is not there or no object.</summary>
    public static Node Of(Node live) =>
        JsonValues.Read(live["metadata.annotations"].Field(Annotation).Text) is { } value ? new Document("", 0, value).Root : Nothing;
}
