using System.Collections.Immutable;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>
/// Tells which fields of the cluster that git does not set are drift. The server's defaults, what controllers write and what
/// nobody is known to have written are not.
/// </summary>
internal sealed class Additions(string kind, ObjectOwners owners)
{
    /// <summary>What is drift at this place and below it; one difference for all where all of it is.</summary>
    public ImmutableArray<Difference> Of(Pair pair)
    {
        if (pair.Live.IsMissing || pair.Shape.IsFilledIn(pair.Live) || IsOwnAnnotation(pair.Live))
        {
            return [];
        }

        if (pair.Claims.IsEmpty)
        {
            return IsCovered(pair.Live) ? [new(DifferenceKind.AddedByHand, pair.Git, pair.Live, [])] : [];
        }

        ImmutableArray<Pair> below = pair.Claims.IsGranular ? Below(pair) : [];
        return below.IsEmpty ? Leaf(pair) : Together(pair, below);
    }

    private ImmutableArray<Difference> Together(Pair pair, ImmutableArray<Pair> below)
    {
        ImmutableArray<(Pair Pair, ImmutableArray<Difference> Found)> parts =
            [.. below.Select(part => (part, Of(part))).Where(part => part.Item2.Length > 0 || !part.part.Shape.IsFilledIn(part.part.Live))];
        ImmutableArray<Difference> all = [.. parts.SelectMany(part => part.Found)];
        bool isAllOfIt = parts.All(part => part.Found is [{ } one] && ReferenceEquals(one.Live, part.Pair.Live));
        return isAllOfIt && all.Select(one => one.Kind).Distinct().Count() == 1
            ? [new(all[0].Kind, pair.Git, pair.Live, [.. all.SelectMany(one => one.Managers).Distinct()]) { IsByHand = all[0].IsByHand }]
            : all;
    }

    private static ImmutableArray<Pair> Below(Pair pair)
    {
        if (pair.Live.IsMapping)
        {
            return [.. pair.Live.Fields.Select(field => pair.Field(field.Name) with { Live = field })];
        }

        ItemClaims claims = pair.Claims.Items();
        return
        [
            .. pair.Live.Items.Index().Select(one =>
                new Pair(pair.Git[one.Index], one.Item, claims.For(one.Item, one.Index), AppliedItem(pair, one.Item), pair.Shape.Item))
        ];
    }

    private static Node AppliedItem(Pair list, Node item) => list.Shape.List switch
    {
        ListShape.Map map => list.Applied.Items.FirstOrDefault(one => map.NameOf(one) == map.NameOf(item)),
        _ => list.Applied.Items.FirstOrDefault(one => SameValue.Is(one, item)),
    } ?? LastApplied.Nothing;

    private ImmutableArray<Difference> Leaf(Pair pair)
    {
        ImmutableArray<FieldOwner> who = [.. pair.Claims.Owners];
        ImmutableArray<FieldOwner> deployers = [.. who.Where(one => owners.KindOf(one) == OwnerKind.Deployer)];
        if (!deployers.IsEmpty)
        {
            // Who writes whole objects owns the server's defaults too; only what was really applied was once in git.
            bool wasInGit = deployers.Any(one => one.IsApply) || pair.Applied.Exists;
            if (!wasInGit && !deployers.Any(owners.IsKnown) && SecurityFields.Cover(kind, pair.Live))
            {
                return [new(DifferenceKind.AddedByHand, pair.Git, pair.Live, deployers) { IsByHand = true }];
            }

            return wasInGit && !DeployerMarks.Holds(pair.Live) ? [new(DifferenceKind.Dropped, pair.Git, pair.Live, deployers)] : [];
        }

        return owners.AreControllers(who, SecurityFields.Cover(kind, pair.Live))
            ? []
            : [new(DifferenceKind.AddedByHand, pair.Git, pair.Live, owners.Hands(who)) { IsByHand = true }];
    }

    /// <summary>
    /// The book of owners can be emptied by whoever may write, which hides a hand: then what security depends on must be in git.
    /// </summary>
    private bool IsCovered(Node live) => owners.AreUnknown && SecurityFields.Cover(kind, live);

    private static bool IsOwnAnnotation(Node live) => live.Name == LastApplied.Annotation;
}
