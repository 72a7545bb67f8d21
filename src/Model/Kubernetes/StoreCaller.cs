using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Somebody whom a NetworkPolicy lets in at a database.</summary>
/// <param name="Place">The peer, or the rule that names none.</param>
public sealed record StoreCaller(Node Place)
{
    /// <summary>Why it may be anybody, such as <c>from every namespace</c>; null where the policy says who it is.</summary>
    public string? Anyone { get; init; }

    /// <summary>The addresses outside of the cluster, or null.</summary>
    public Node? Addresses { get; init; }

    /// <summary>They are pods of the database itself: its other servers, a pooler.</summary>
    public bool IsItself { get; init; }

    /// <summary>The pods of git that fit; none where git does not hold them.</summary>
    public ImmutableArray<PodTemplate> Pods { get; init; } = [];

    /// <summary>
    /// What the selectors ask for: the values of labels, and the names of those that are but <c>true</c>. Of the pods,
    /// or where they are not asked about, of the namespaces.
    /// </summary>
    public ImmutableArray<string> Words { get; init; } = [];

    /// <summary>Those of the pods that git tells to connect to the database.</summary>
    public ImmutableArray<PodTemplate> Clients { get; init; } = [];

    /// <summary>A part of what the selectors ask for, between hyphens, dots and slashes, is one of these words.</summary>
    public bool Says(ImmutableArray<string> words) => Says(Words, words);

    /// <summary>
    /// The first of the pods that has no business there: by its name and labels a stranger, or neither a client nor for
    /// one of the purposes; null when all have.
    /// </summary>
    public PodTemplate? FirstOther(ImmutableArray<string> purposes, ImmutableArray<string> strangers) =>
        Pods.FirstOrDefault(pod => Says(WordsOf(pod), strangers) || !(Clients.Contains(pod) || Says(WordsOf(pod), purposes)));

    private static IEnumerable<string> WordsOf(PodTemplate pod) =>
        pod.Labels.Node.Fields.Select(label => label.Text).Append(pod.Workload.Name);

    private static bool Says(IEnumerable<string> texts, ImmutableArray<string> words) => texts
        .SelectMany(text => text.Split('-', '.', '_', '/'))
        .Any(part => words.Contains(part, StringComparer.OrdinalIgnoreCase));
}

/// <summary>Whom NetworkPolicies let in at a database.</summary>
internal static class StoreCallers
{
    /// <summary>Metrics and health of the operators' pods: https://cloudnative-pg.io/documentation/current/monitoring/, https://patroni.readthedocs.io.</summary>
    private static readonly int[] OtherPorts = [8000, 8008, 9090, 9121, 9127, 9187];

    public static IEnumerable<StoreCaller> Of(DataStore store) =>
        from policy in store.IngressPolicies
        from rule in policy.IngressRules
        where OpensDatabase(rule["ports"])
        from caller in rule["from"].Count == 0
            ? [new StoreCaller(rule) { Anyone = "from anywhere" }]
            : rule["from"].Items.Select(peer => Peer(peer, store))
        select caller;

    /// <summary>No port means all ports; a range or a name is taken to hold the database's.</summary>
    private static bool OpensDatabase(Node ports) =>
        ports.Count == 0
        || ports.Items.Any(port => port["port"].Integer is not { } number
            ? !port["port"].Text.Contains("metrics", StringComparison.Ordinal)
            : port["endPort"].Exists || !OtherPorts.Contains((int)number));

    private static StoreCaller Peer(Node peer, DataStore store)
    {
        if (peer["ipBlock"].Exists)
        {
            return peer["ipBlock.cidr"].Text.Split('/') is [_, "0" or "1"]
                ? new(peer) { Anyone = "from every address" }
                : new(peer) { Addresses = peer["ipBlock.cidr"] };
        }

        Node namespaces = peer["namespaceSelector"];
        LabelSelector pods = new(peer["podSelector"]);
        if (namespaces.IsMapping && new LabelSelector(namespaces).IsEmpty)
        {
            return new(peer) { Anyone = "from every namespace" };
        }

        DataStore[] stores = [.. store.Estate.DataStores.Where(other => Fits(other.Namespace, other) && other.Pods.Any(group => pods.Matches(group.Labels)))];
        ImmutableArray<PodTemplate> fitting = [.. Namespaces(store, namespaces).SelectMany(ns => ns.Pods).Where(pod => pods.Matches(pod.Labels))];
        fitting = [.. fitting.Where(pod => !stores.Contains(store) || store.Pods.All(group => group.Template != pod))];
        HashSet<PodTemplate> clients = [.. store.Estate.DatabaseUses.Where(use => use.MayMean(store)).SelectMany(use => use.Users)];
        return new(peer)
        {
            IsItself = stores.Contains(store) && fitting.IsEmpty && stores.Length == 1,
            Pods = fitting,
            Clients = [.. fitting.Where(pod => clients.Contains(pod))],
            Words = [.. pods.IsEmpty ? Words(namespaces) : Words(peer["podSelector"])],
        };

        bool Fits(string name, DataStore other) => namespaces.IsMapping
            ? other.Environment.NamespaceNamed(name)?.Matches(new LabelSelector(namespaces)) == true
            : other.Environment == store.Environment && name == store.Namespace;
    }

    private static IEnumerable<Namespace> Namespaces(DataStore store, Node selector) => selector.IsMapping
        ? store.Estate.OnClusterOf(store.Environment).SelectMany(environment => environment.Namespaces).Where(ns => ns.Matches(new LabelSelector(selector)))
        : store.Environment.NamespaceNamed(store.Namespace) is { } own ? [own] : [];

    private static IEnumerable<string> Words(Node selector) =>
        selector["matchLabels"].Fields.Select(label => label.Text is "true" or "yes" or "" ? label.Name : label.Text)
            .Concat(selector["matchExpressions"].Items.SelectMany(expression => expression["operator"].Text switch
            {
                "In" => expression["values"].Texts,
                "Exists" => [expression["key"].Text],
                _ => [],
            }));
}
