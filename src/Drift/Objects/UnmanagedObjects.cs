using System.Collections.Immutable;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift.Objects;

/// <summary>Objects in an environment's namespaces that git does not know.</summary>
internal sealed class UnmanagedObjects
{
    private readonly Environment environment;
    private readonly LiveIndex live;
    private readonly KnownOwners managers;
    private readonly Inventory inventory;

    private UnmanagedObjects(Environment environment, Inventory inventory, KnownOwners managers)
    {
        this.environment = environment;
        this.inventory = inventory;
        this.managers = managers;
        live = inventory.Live;
    }

    public static IEnumerable<DriftFinding> In(Environment environment, Inventory inventory, KnownOwners managers, DriftFindings findings)
    {
        UnmanagedObjects objects = new(environment, inventory, managers);
        return objects.All().Select(one => findings.Unmanaged(
            one, objects.PlaceOf(one.Namespace), inventory.Trackers.OwnerOf(one, environment) ?? "", SeverityOf(one.Kind)));
    }

    private IEnumerable<LiveObject> All()
    {
        ImmutableHashSet<string> namespaces = Territory.Of(environment);
        HashSet<ObjectName> seen = [];
        return live.Snapshot.Objects.Where(one =>
            one.Namespace.Length > 0
            && namespaces.Contains(one.Namespace)
            && inventory.IsUnexplained(one)
            && !HasOwner(one)
            && !IsByController(one)
            && seen.Add(ObjectName.Of(one)));
    }

    /// <summary>An owner that is not there owns nothing; the garbage collector would have taken the object.</summary>
    private bool HasOwner(LiveObject one) =>
        one.Root["metadata.ownerReferences"].Items.Any(owner => live.Holds(owner["uid"].Text) || !WasRead(owner));

    private bool WasRead(Node owner)
    {
        string[] parts = owner["apiVersion"].Text.Split('/');
        return live.WasRead(parts.Length > 1 ? parts[0] : "", parts[^1], owner["kind"].Text);
    }

    /// <summary>Rights that a controller hands out must come from one that is known by name.</summary>
    private bool IsByController(LiveObject one)
    {
        ImmutableArray<OwnerKind> kinds = [.. one.Root["metadata.managedFields"].Items.Select(entry => managers.Of(FieldOwner.Of(entry)))];
        bool isRight = one.Kind is "Role" or "RoleBinding" or "NetworkPolicy";
        return kinds.Length > 0 && kinds.All(kind => kind == OwnerKind.Controller || (kind == OwnerKind.LikelyController && !isRight));
    }

    /// <summary>Where the environment says that the namespace is its own, or else where its first object is said to live there.</summary>
    private Location PlaceOf(string ns) =>
        environment.Node["spec.namespaces"].Items.FirstOrDefault(item => item.Text == ns)?.Location
        ?? environment.Find("Namespace", "", ns)?.Node["metadata.name"].Location
        ?? environment.NamespaceNamed(ns)?.Node.Location
        ?? Location.None;

    private static Severity SeverityOf(string kind) =>
        kind is "Role" or "RoleBinding" or "NetworkPolicy" or "Pod" or "Deployment" or "StatefulSet" or "DaemonSet" or "Job" or "CronJob" or "Ingress" or "IngressRoute"
            ? Severity.High
            : Severity.Medium;
}
