using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Live;

/// <summary>What of a cluster policies judge.</summary>
public sealed class LiveEstateTests
{
    private const string Git = """
        apiVersion: v1
        kind: ConfigMap
        metadata: { name: settings, namespace: erp }
        ---
        apiVersion: networking.k8s.io/v1
        kind: NetworkPolicy
        metadata: { name: deny, namespace: erp }
        """;

    [Fact]
    public void It_has_what_somebody_made_in_the_namespaces_of_the_environment() =>
        Judged("""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: by-hand, namespace: erp }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: owned, namespace: erp, ownerReferences: [{ uid: u }] }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: kube-root-ca.crt, namespace: erp }
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: elsewhere, namespace: other }
            """, Read("", "ConfigMap"), Read("networking.k8s.io", "NetworkPolicy")).ShouldBe(["ConfigMap/by-hand live"]);

    [Fact]
    public void Gits_objects_stand_for_those_of_a_kind_that_could_not_be_read() =>
        Judged("""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings, namespace: erp }
            """, Read("", "ConfigMap"), Read("networking.k8s.io", "NetworkPolicy", KindOutcome.Unknown))
            .ShouldBe(["ConfigMap/settings live", "NetworkPolicy/deny git"]);

    [Fact]
    public void A_mark_of_the_cluster_hides_nothing_in_the_namespaces_of_the_environment() =>
        Judged("""
            apiVersion: rbac.authorization.k8s.io/v1
            kind: Role
            metadata: { name: "system:mine", namespace: erp, labels: { kubernetes.io/bootstrapping: rbac-defaults } }
            """, Read("", "ConfigMap"), Read("networking.k8s.io", "NetworkPolicy"), Read("rbac.authorization.k8s.io", "Role"))
            .ShouldBe(["Role/system:mine live"]);

    [Fact]
    public void Kinds_of_two_groups_that_are_called_the_same_are_two() =>
        Judged("""
            apiVersion: v1
            kind: Service
            metadata: { name: odoo, namespace: erp }
            ---
            apiVersion: serving.knative.dev/v1
            kind: Service
            metadata: { name: odoo, namespace: erp }
            """, Read("", "ConfigMap"), Read("networking.k8s.io", "NetworkPolicy"))
            .ShouldBe(["Service/odoo live", "Service/odoo live"]);

    [Fact]
    public void A_kind_that_the_cluster_does_not_serve_has_no_objects() =>
        Judged("""
            apiVersion: v1
            kind: ConfigMap
            metadata: { name: settings, namespace: erp }
            """, Read("", "ConfigMap")).ShouldBe(["ConfigMap/settings live"]);

    [Fact]
    public void A_cluster_of_which_nothing_is_known_is_not_judged() =>
        Of("").Environments.ShouldBeEmpty();

    private static IEnumerable<string> Judged(string live, params ImmutableArray<KindAccount> kinds) =>
        Of(live, kinds).Resources.Select(one => $"{one.Kind}/{one.Name} {(one.Node.Document.File.Length > 0 ? "git" : "live")}");

    private static Estate Of(string live, params ImmutableArray<KindAccount> kinds)
    {
        Estate desired = new([new(Model.Estates.Environment.DefaultName, null, [.. Documents("git.yaml", Git).Select(document => document.Root)])]);
        return LiveEstate.Of(desired, [(SnapshotOf(live, kinds), [Model.Estates.Environment.DefaultName])]);
    }

    private static Snapshot SnapshotOf(string live, ImmutableArray<KindAccount> kinds) => new()
    {
        Context = "prod",
        TakenAt = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.Zero,
        ServerVersion = "v1.31.2",
        Namespaces = [],
        Secrets = new(WereRead: true, KeyCheck: "", IsKeyGiven: false),
        Kinds = kinds,
        Problems = [],
        IsComplete = true,
        Objects = [.. Documents("", live).Select(document => new LiveObject(document))],
    };

    private static KindAccount Read(string group, string kind, KindOutcome outcome = KindOutcome.Read) => new()
    {
        Group = group,
        Version = "v1",
        Resource = $"{kind}s",
        Kind = kind,
        IsNamespaced = true,
        Versions = ["v1"],
        Outcome = outcome,
    };

    private static IEnumerable<Document> Documents(string file, string text) => YamlReader.Read(file, text, LoadLimits.Default).Documents;
}
