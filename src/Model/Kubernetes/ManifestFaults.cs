using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place of an object that the API server would refuse or drop. The message does not tell what stands there.</summary>
public sealed record ManifestFault(Node Place, string Message);

/// <summary>
/// Holds objects of Kubernetes' own kinds against what the API server takes: fields that it knows, of the right type, and
/// those that have to be there. See
/// https://kubernetes.io/docs/reference/using-api/api-concepts/#setting-the-field-validation-level.
/// </summary>
public static class ManifestFaults
{
    /// <summary>The kind and version are ones whose fields are known.</summary>
    public static bool Knows(Resource resource) => BuiltInTypes.HasAllOf(resource.ApiVersion);

    public static IEnumerable<ManifestFault> Of(Resource resource) =>
        BuiltInTypes.OfKind(resource.ApiVersion, resource.Kind) is { } type ? Fields(resource.Node, type.Name).Concat(RestartPolicy(resource))
        : BuiltInTypes.HasAllOf(resource.ApiVersion) && !BuiltInTypes.HasKind(resource.ApiVersion, resource.Kind)
            ? [new(resource["kind"], $"{resource.ApiVersion} has no kind {resource.Kind}{Meant(resource.Kind, BuiltInTypes.KindsOf(resource.ApiVersion))}")]
        : [];

    private static IEnumerable<ManifestFault> At(Node place, FieldType type, ImmutableArray<string> words) => type switch
    {
        _ when place.IsMissing => [],
        { IsList: true } when !place.IsSequence => [Wrong(place, "a list")],
        { IsList: true } => place.Items.SelectMany(item => At(item, type with { IsList = false }, words)),
        { IsMap: true } when !place.IsMapping => [Wrong(place, "a mapping")],
        { IsMap: true } => place.Fields.SelectMany(field => At(field, type with { IsMap = false }, words)),
        _ when BuiltInTypes.Named(type.Name) is null => Scalar(place, type.Name, words),
        _ when !place.IsMapping => [Wrong(place, "a mapping")],
        _ => Fields(place, type.Name),
    };

    private static IEnumerable<ManifestFault> Fields(Node place, string name)
    {
        ObjectType type = BuiltInTypes.Named(name)!;
        foreach (Node field in place.Fields)
        {
            IEnumerable<ManifestFault> faults = type.Fields.TryGetValue(field.Name, out FieldType? known)
                ? At(field, known, known.Name == "string" ? BuiltInTypes.WordsOf(name, field.Name) : [])
                : [new(field, $"{field.Path} is no field that Kubernetes knows{Meant(field.Name, type.Fields.Keys)}")];
            foreach (ManifestFault fault in faults)
            {
                yield return fault;
            }
        }

        foreach (string field in type.Required.Where(field => place.Field(field).IsMissing))
        {
            yield return new(place.Field(field), $"{place.Field(field).Path} is not set, and has to be");
        }
    }

    private static ImmutableArray<ManifestFault> Scalar(Node place, string type, ImmutableArray<string> words) => type switch
    {
        "string" when !place.IsString => [Wrong(place, "a text; write it in quotes")],
        "string" when !words.IsEmpty && !words.Contains(place.Text) => [Wrong(place, $"one of {string.Join(", ", words)}")],
        "integer" when place.Integer is null => [Wrong(place, "a whole number")],
        "boolean" when place.Boolean is null => [Wrong(place, "true or false")],
        "number" when !IsNumber(place) => [Wrong(place, "a number")],
        "quantity" when !(place.IsScalar && Quantity.TryParse(place.Text, out _)) => [Wrong(place, "a quantity, such as 500m or 2Gi")],
        "integer-or-string" when !(place.IsString || place.Integer is not null) => [Wrong(place, "a whole number or a name")],
        _ => [],
    };

    private static bool IsNumber(Node place) =>
        place.Value is Scalar scalar && ScalarMeaning.KindOf(scalar) is ScalarKind.Integer or ScalarKind.Float;

    /// <summary>
    /// What goes on has to be started again always, what ends must not be
    /// (https://kubernetes.io/docs/concepts/workloads/controllers/job/#pod-template).
    /// </summary>
    private static IEnumerable<ManifestFault> RestartPolicy(Resource resource) => resource.Kind switch
    {
        "Deployment" or "StatefulSet" or "DaemonSet" or "ReplicaSet" or "ReplicationController" => resource.Pods
            .Select(pod => pod.Spec["restartPolicy"])
            .Where(policy => policy.Text is "Never" or "OnFailure")
            .Select(policy => new ManifestFault(policy, $"{policy.Path} must be Always in a {resource.Kind}")),
        "Job" or "CronJob" => resource.Pods
            .Select(pod => pod.Spec["restartPolicy"])
            .Where(policy => policy.Text is "" or "Always")
            .Select(policy => new ManifestFault(policy, $"{policy.Path} must be OnFailure or Never in a {resource.Kind}")),
        _ => [],
    };

    private static ManifestFault Wrong(Node place, string due) => new(place, $"{place.Path} has to be {due}");

    private static string Meant(string written, IEnumerable<string> known) =>
        Spelling.Nearest(written, known) is { } nearest ? $"; did you mean {nearest}?" : "";
}
