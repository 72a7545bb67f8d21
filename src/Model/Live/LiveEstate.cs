using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Live;

/// <summary>
/// What clusters run, as an estate that policies judge like that of git: what somebody made on purpose in the environments'
/// namespaces, and what git wants outside of namespaces. What controllers make of it is left out, as git leaves it out. Where a
/// kind could not be read, git's objects stand for it, so that policies about other kinds do not miss them; a cluster of which
/// nothing is known is not judged.
/// </summary>
public static class LiveEstate
{
    /// <param name="desired">Says what environments there are.</param>
    /// <param name="clusters">What each cluster was, and which environments are on it.</param>
    public static Estate Of(Estate desired, IEnumerable<(Snapshot Snapshot, ImmutableArray<string> Environments)> clusters)
    {
        int number = 0;
        EnvironmentContents[] contents =
            [.. clusters.Where(cluster => !cluster.Snapshot.Kinds.IsEmpty).SelectMany(cluster => Contents(desired, cluster.Snapshot, cluster.Environments, () => ++number))];
        return new(contents, today: desired.Day);
    }

    private static IEnumerable<EnvironmentContents> Contents(
        Estate desired, Snapshot snapshot, ImmutableArray<string> names, Func<int> number)
    {
        ImmutableArray<Environment> environments = [.. desired.Environments.Where(environment => names.Contains(environment.Name))];
        ClusterOwn own = new(environments, snapshot);
        ImmutableArray<LiveObject> made = [.. snapshot.Objects.Where(one => one.Root["metadata.ownerReferences"].Count == 0 && !own.Holds(one))];
        foreach (Environment environment in environments)
        {
            Belongings belongings = new(environment);
            ImmutableArray<Node> manifests = [.. made.Where(belongings.Hold).Select(one => new Document("", number(), Judged(one)).Root)];
            Document? descriptor = environment.IsDeclared ? environment.Node.Document : null;
            IEnumerable<Node> standIns = environment.Resources.Where(resource => IsUnread(resource, snapshot)).Select(resource => resource.Node);
            yield return new(environment.Name, descriptor, [.. manifests, .. standIns]) { ExistingFiles = environment.ExistingFiles };
        }
    }

    private static bool IsUnread(Resource resource, Snapshot snapshot)
    {
        KindAccount[] accounts =
        [
            .. snapshot.Kinds.Where(account => account.Group == resource.Group && (account.Kind == resource.Kind || account.Resource == "*"))
        ];
        return !accounts.Any(account => account.Outcome == KindOutcome.Read) && (accounts.Length > 0 || !snapshot.Problems.IsEmpty);
    }

    /// <summary>Values of Secrets are where they belong, and but hashes in a snapshot: there is nothing to judge.</summary>
    private static Value Judged(LiveObject one) => one is { Kind: "Secret", ApiVersion: "v1", Document.Value: Mapping fields }
        ? new Mapping([.. fields.Entries.Where(entry => entry.Key.Text is not ("data" or "stringData"))], fields.IsFlow, fields.Span)
        : one.Document.Value;

    /// <summary>Which live objects are an environment's.</summary>
    private sealed class Belongings
    {
        private readonly ImmutableHashSet<string> namespaces;
        private readonly HashSet<(string Group, string Kind, string Namespace, string Name)> named;
        private readonly HashSet<(string Group, string Kind, string Namespace, string Name)> read = [];

        public Belongings(Environment environment)
        {
            namespaces = Territory.Of(environment);
            named = [.. environment.Resources.Select(resource => (resource.Group, resource.Kind, resource.Namespace, resource.Name))];
        }

        public bool Hold(LiveObject one) => IsInside(one) && read.Add((one.Group, one.Kind, one.Namespace, one.Name));

        private bool IsInside(LiveObject one) =>
            named.Contains((one.Group, one.Kind, one.Namespace, one.Name))
            || namespaces.Contains(one.Kind == "Namespace" ? one.Name : one.Namespace)
            || Reaches(one);

        /// <summary>Rights in the whole cluster for an account of the environment's.</summary>
        private bool Reaches(LiveObject one) =>
            one.Kind == "ClusterRoleBinding"
            && one.Root["subjects"].Items.Any(subject => subject["kind"].Text == "ServiceAccount" && namespaces.Contains(subject["namespace"].Text));
    }
}
