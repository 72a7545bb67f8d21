using System.Collections.Immutable;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>Who is who for one object of the cluster.</summary>
/// <param name="known">Which names stand for whom.</param>
/// <param name="live">The object.</param>
/// <param name="git">The same in git.</param>
internal sealed class ObjectOwners(KnownOwners known, Node live, Node git)
{
    private readonly Dictionary<FieldOwner, OwnerKind> kinds = [];

    /// <summary>The object does not say who wrote any of its fields.</summary>
    public bool AreUnknown { get; } = FieldClaims.Of(live).IsEmpty;

    public OwnerKind KindOf(FieldOwner manager)
    {
        if (!kinds.TryGetValue(manager, out OwnerKind kind))
        {
            kind = known.Of(manager);
            bool mayDeploy = kind == OwnerKind.Hand && manager.Subresource.Length == 0 && !IsPerson(manager.Name);
            kinds[manager] = kind = mayDeploy && BringsMost(manager) ? OwnerKind.Deployer : kind;
        }

        return kind;
    }

    /// <summary>It is what it is by its name, and not by how much of the object it has written.</summary>
    public bool IsKnown(FieldOwner manager) => known.Of(manager) != OwnerKind.Hand;

    /// <summary>
    /// All who own the field are controllers. What security depends on is forgiven only to those that are known by name.
    /// </summary>
    public bool AreControllers(IEnumerable<FieldOwner> owners, bool isSecurity) =>
        owners.All(owner => KindOf(owner) is OwnerKind.Controller || (!isSecurity && KindOf(owner) is OwnerKind.LikelyController));

    public ImmutableArray<FieldOwner> Hands(IEnumerable<FieldOwner> owners) =>
        [.. owners.Where(owner => KindOf(owner) is OwnerKind.Hand or OwnerKind.LikelyController)];

    /// <summary>Browsers, and kubectl by whoever sits at it.</summary>
    private static bool IsPerson(string name) =>
        name.StartsWith("kubectl", StringComparison.Ordinal) || name is "Mozilla" or "node-fetch" or "dashboard" or "kubernetes-dashboard";

    /// <summary>A tool that nobody knows, and owns at least half of what git says, is what brings it.</summary>
    private bool BringsMost(FieldOwner manager)
    {
        (int owned, int all) = Count(git, FieldClaims.Of(live), manager);
        return owned > 0 && owned * 2 >= all;
    }

    private static (int Owned, int All) Count(Node git, FieldClaims claims, FieldOwner manager)
    {
        int owned = 0, all = 0;
        foreach (Node field in git.Fields.Where(field => field.Name is not ("apiVersion" or "kind" or "metadata") || git.Parent != git))
        {
            FieldClaims below = claims.Field(field.Name);
            (int ownedBelow, int allBelow) = field.IsMapping && field.Count > 0
                ? Count(field, below, manager)
                : (below.Owners.Contains(manager) ? 1 : 0, 1);
            (owned, all) = (owned + ownedBelow, all + allBelow);
        }

        return (owned, all);
    }
}
