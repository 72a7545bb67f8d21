using System.Collections.Immutable;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;

namespace PolicyGate.Drift.Objects;

/// <summary>The objects of a snapshot by name, and what became of each kind.</summary>
internal sealed class LiveIndex
{
    private readonly ILookup<ObjectName, LiveObject> objects;
    private readonly ILookup<(string Group, string Kind), KindAccount> accounts;
    private readonly HashSet<string> uids;

    public LiveIndex(Snapshot snapshot)
    {
        Snapshot = snapshot;
        objects = snapshot.Objects.ToLookup(ObjectName.Of);
        accounts = snapshot.Kinds.ToLookup(kind => (kind.Group, kind.Kind));
        uids = snapshot.Objects.Select(one => one.Root["metadata.uid"].Text).Where(uid => uid.Length > 0).ToHashSet(StringComparer.Ordinal);
        Shapes = new(snapshot.Objects.Where(one => one.Kind == "CustomResourceDefinition").Select(one => one.Root));
    }

    public Snapshot Snapshot { get; }

    public ApiShapes Shapes { get; }

    /// <summary>One for each version in which it was read.</summary>
    public ImmutableArray<LiveObject> Find(ObjectName name) => [.. objects[name]];

    public bool Holds(string uid) => uids.Contains(uid);

    /// <summary>Whether objects of the kind were read, in any version; null when the cluster does not serve it.</summary>
    public KindAccount? Account(string group, string kind) =>
        accounts[(group, kind)].OrderBy(account => account.Outcome == KindOutcome.Read ? 0 : 1).FirstOrDefault()
        ?? Snapshot.Kinds.FirstOrDefault(account => account.Group == group && account.Resource == "*" && account.Outcome != KindOutcome.Read);

    /// <summary>Kinds that the cluster makes itself are read only for the few objects of them that git has.</summary>
    public bool IsReadAsARule(LiveObject one) => accounts[(one.Group, one.Kind)].All(account => account.Why.Length == 0);

    /// <summary>The kind was read in this version.</summary>
    public bool WasRead(string group, string version, string kind) =>
        accounts[(group, kind)].Any(account => account.Outcome == KindOutcome.Read && account.Version == version);
}

/// <summary>What an object is called whatever the version of its kind.</summary>
internal readonly record struct ObjectName(string Group, string Kind, string Namespace, string Name)
{
    public static ObjectName Of(Resource resource) => new(resource.Group, resource.Kind, resource.Namespace, resource.Name);

    public static ObjectName Of(LiveObject live) => new(live.Group, live.Kind, live.Namespace, live.Name);
}
