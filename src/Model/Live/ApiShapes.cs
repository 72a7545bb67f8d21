using System.Collections.Frozen;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>What is known of each kind: tables for those of Kubernetes, definitions for custom ones.</summary>
public sealed class ApiShapes
{
    /// <summary><see href="https://kubernetes.io/docs/reference/kubernetes-api/">Groups of Kubernetes itself</see>.</summary>
    private static readonly FrozenSet<string> OwnGroups = FrozenSet.Create(
        StringComparer.Ordinal,
        "",
        "admissionregistration.k8s.io",
        "apiextensions.k8s.io",
        "apiregistration.k8s.io",
        "apps",
        "autoscaling",
        "batch",
        "certificates.k8s.io",
        "coordination.k8s.io",
        "discovery.k8s.io",
        "extensions",
        "flowcontrol.apiserver.k8s.io",
        "networking.k8s.io",
        "node.k8s.io",
        "policy",
        "rbac.authorization.k8s.io",
        "resource.k8s.io",
        "scheduling.k8s.io",
        "storage.k8s.io");

    private readonly Dictionary<(string Group, string Kind), Node> definitions = [];

    /// <param name="definitions">Every CustomResourceDefinition that is known; the first of a kind counts.</param>
    public ApiShapes(IEnumerable<Node> definitions)
    {
        foreach (Node definition in definitions)
        {
            this.definitions.TryAdd((definition["spec.group"].Text, definition["spec.names.kind"].Text), definition);
        }
    }

    /// <summary>An object of this group (empty for the core group), version and kind.</summary>
    public ApiField Of(string group, string version, string kind) =>
        !definitions.TryGetValue((group, kind), out Node? definition) && OwnGroups.Contains(group)
            ? BuiltInField.Of(kind)
            : new CustomObject(SchemaOf(definition, version));

    /// <summary>
    /// All versions of the kind have the same fields, so that an object can be compared across them
    /// (<see href="https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definition-versioning/#specify-multiple-versions">None conversion</see>).
    /// </summary>
    public bool HasOneShape(string group, string kind) =>
        definitions.TryGetValue((group, kind), out Node? definition) && definition["spec.conversion.strategy"].Text is "" or "None";

    private static CustomField SchemaOf(Node? definition, string version) => definition is null
        ? CustomField.Unknown
        : new(definition["spec.versions"].Items.FirstOrDefault(one => one["name"].Text == version)?["schema.openAPIV3Schema"]
            ?? definition["spec.validation.openAPIV3Schema"],
            definition["spec.preserveUnknownFields"].IsTrue);

    /// <summary>Metadata is the same for all kinds.</summary>
    private sealed record CustomObject(CustomField Fields) : ApiField
    {
        public override ApiField Field(string name) =>
            name == "metadata" ? BuiltInField.Of("").Field(name) : Fields.Field(name);

        public override ApiField Item => Fields.Item;

        public override ListShape List => Fields.List;

        public override bool IsQuantity => false;

        public override bool DropsZero => false;

        public override bool IsFilledIn(Node live) => false;
    }
}
