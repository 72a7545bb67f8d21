using PolicyGate.Load.Schemas;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>
/// Namespaces that two environments claim on one cluster: nobody could tell whose an object there is. Only descriptors
/// that name their cluster are compared; others may well be on different ones.
/// </summary>
internal static class NamespaceClaims
{
    public static IEnumerable<LoadProblem> Check(IEnumerable<Document> descriptors) => descriptors
        .Select(descriptor => descriptor.Root)
        .Where(root => root["spec.cluster.context"].IsScalar)
        .SelectMany(root => root["spec.namespaces"].Items.Where(ns => ns.IsScalar).Select(ns => new Claim(root, ns)))
        .GroupBy(claim => new ClusterNamespace(claim.Root["spec.cluster.context"].Text, claim.Namespace.Text))
        .SelectMany(claims => claims
            .Where(claim => claim.Root != claims.First().Root)
            .Select(claim => Problem(claim, claims.First())));

    private static LoadProblem Problem(Claim claim, Claim first) => SettingsProblems.At(
        claim.Namespace,
        SettingsProblems.NamespaceClaimedTwice,
        $"the namespace {Quoted.Text(claim.Namespace)} belongs to the environment "
        + $"{Quoted.Text(first.Root["metadata.name"])} of {Quoted.Text(first.Root["spec.entity"])} on the same cluster",
        "Leave the namespace to one of the two environments.");

    private sealed record Claim(Node Root, Node Namespace);

    private sealed record ClusterNamespace(string Cluster, string Namespace);
}
