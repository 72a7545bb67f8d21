using System.Collections.Frozen;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>What the API server fills in where nothing is said: a table, and what follows from other fields.</summary>
internal static class ServerDefaults
{
    private static readonly FrozenDictionary<FieldPlace, string[]> Table = ApiTable.Rows("server-defaults", 3)
        .GroupBy(row => new FieldPlace(row[0], row[1]), row => row[2])
        .ToFrozenDictionary(rows => rows.Key, rows => rows.ToArray());

    public static bool Covers(FieldPlace place, Node live) =>
        IsWorkedOut(place, live)
        || (Table.TryGetValue(place, out string[]? values) && values.Any(value => IsWritten(value, live)));

    private static bool IsWritten(string value, Node live) => value switch
    {
        "*" => true,
        "{}" => live is { IsMapping: true, Count: 0 },
        "\"\"" => live is { IsScalar: true, Text: "" },
        "'*'" => live.Text == "*",
        ['=', .. var sibling] => Contents.AreSame(live, live.Parent.Field(sibling)),
        ['[', .. var item, ']'] => live.IsSequence && live.Texts.SequenceEqual([item.Trim('"')]),
        _ => live.IsScalar && live.Text == value,
    };

    private static bool IsWorkedOut(FieldPlace place, Node live) => place switch
    {
        { Scope: FieldPlace.Pod, Path: "containers.imagePullPolicy" } => live.Text == PullPolicy(live.Parent.Field("image").Text),
        { Scope: FieldPlace.Pod, Path: "containers.ports.hostPort" } =>
            IsOnHostNetwork(live) && Contents.AreSame(live, live.Parent.Field("containerPort")),
        { Scope: FieldPlace.Pod, Path: "containers.resources.requests" } => live.Fields.All(IsLimitToo),
        { Scope: FieldPlace.Pod } when place.Path.StartsWith("containers.resources.requests.", StringComparison.Ordinal) => IsLimitToo(live),
        { Scope: "NetworkPolicy", Path: "spec.policyTypes" } => live.Texts.SequenceEqual(PolicyTypes(live.Parent)),
        { Scope: "RoleBinding" or "ClusterRoleBinding", Path: "subjects.apiGroup" } =>
            live.Text == (live.Parent.Field("kind").Text is "User" or "Group" ? "rbac.authorization.k8s.io" : ""),
        { Scope: "LimitRange", Path: "spec.limits.default" } => AreThose(live, "max"),
        { Scope: "LimitRange", Path: "spec.limits.defaultRequest" } => AreThose(live, "default"),
        _ => false,
    };

    /// <summary><see href="https://kubernetes.io/docs/concepts/policy/limit-range/#how-limitranges-are-applied">Defaults follow limits</see>.</summary>
    private static bool AreThose(Node amounts, string sibling) =>
        amounts.Fields.All(amount => Contents.AreSame(amount, amounts.Parent.Field(sibling).Field(amount.Name)));

    /// <summary><see href="https://kubernetes.io/docs/concepts/containers/images/#imagepullpolicy-defaulting">Defaulting</see>.</summary>
    private static string PullPolicy(string image) =>
        ImageReference.Parse(image).IsLatest ? "Always" : "IfNotPresent";

    /// <summary><see href="https://kubernetes.io/docs/concepts/configuration/manage-resources-containers/#requests-and-limits">Requests follow limits</see>.</summary>
    private static bool IsLimitToo(Node request) =>
        Contents.AreSame(request, request.Parent.Parent.Field("limits").Field(request.Name));

    /// <summary><see href="https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource">Policy types</see>.</summary>
    private static IEnumerable<string> PolicyTypes(Node spec) =>
        spec.Field("egress").Exists ? ["Ingress", "Egress"] : ["Ingress"];

    private static bool IsOnHostNetwork(Node live)
    {
        Node place = live;
        while (place.Parent != place && !place.Field("hostNetwork").Exists)
        {
            place = place.Parent;
        }

        return place.Field("hostNetwork").IsTrue;
    }
}
