using System.Collections.Immutable;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>
/// Holds an object of the cluster against the same in git, field by field. What git says must be there as the API server
/// would keep it; what git does not say is drift only when somebody is known to have put it there.
/// </summary>
internal sealed class FieldComparison
{
    private readonly string kind;
    private readonly ObjectOwners owners;
    private readonly Additions additions;
    private readonly ImmutableArray<Difference>.Builder found = ImmutableArray.CreateBuilder<Difference>();

    private FieldComparison(string kind, ObjectOwners owners)
    {
        this.kind = kind;
        this.owners = owners;
        additions = new(kind, owners);
    }

    /// <param name="git">The object as git has it.</param>
    /// <param name="live">As the cluster has it.</param>
    /// <param name="shape">What the API knows of its kind.</param>
    /// <param name="known">Which managers stand for whom.</param>
    /// <param name="skip">Fields of the object that are compared elsewhere.</param>
    public static ImmutableArray<Difference> Compare(
        Node git, Node live, ApiField shape, KnownOwners known, params ImmutableArray<string> skip)
    {
        FieldComparison comparison = new(git["kind"].Text, new(known, live, git));
        comparison.Object(new(git, live, FieldClaims.Of(live), LastApplied.Of(live), shape), skip);
        return comparison.found.ToImmutable();
    }

    private void Object(Pair root, ImmutableArray<string> skip)
    {
        foreach (string name in Names(root).Except(ObjectFields.NotCompared).Except(skip))
        {
            Pair field = root.Field(name);
            if (name == "metadata")
            {
                Metadata(field);
            }
            else
            {
                Compare(field);
            }
        }
    }

    private void Metadata(Pair metadata)
    {
        foreach (string name in Names(metadata).Except(ObjectFields.OwnMetadata))
        {
            Compare(metadata.Field(name));
        }
    }

    private void Compare(Pair pair)
    {
        if (pair.Git.IsMissing)
        {
            found.AddRange(additions.Of(pair));
        }
        else if (pair.Live.IsMissing)
        {
            Missing(pair);
        }
        else if (pair.Git.IsMapping && pair.Live.IsMapping)
        {
            foreach (string name in Names(pair))
            {
                Compare(pair.Field(name));
            }
        }
        else if (pair.Git.IsSequence && pair.Live.IsSequence)
        {
            List(pair);
        }
        else if (!AreSame(pair))
        {
            Changed(pair);
        }
    }

    private void List(Pair pair)
    {
        switch (pair.Shape.List)
        {
            case ListShape.Map map:
                ItemsByName(pair, map);
                break;
            case ListShape.Set:
                ItemsOfSet(pair);
                break;
            default:
                WholeList(pair);
                break;
        }
    }

    /// <summary>Items of one name are taken in their order; the API server lets a name come twice where it was applied so.</summary>
    private void ItemsByName(Pair pair, ListShape.Map map)
    {
        Dictionary<string, Queue<(Node Node, int Index)>> live = Queues(pair.Live, map.NameOf);
        ItemClaims claims = pair.Claims.Items();
        ILookup<string, Node> applied = pair.Applied.Items.ToLookup(map.NameOf, StringComparer.Ordinal);
        foreach (Node item in pair.Git.Items)
        {
            string name = map.NameOf(item);
            (Node node, int index) = live.TryGetValue(name, out var same) && same.TryDequeue(out var first) ? first : (pair.Live[int.MaxValue], int.MaxValue);
            Compare(new(item, node, claims.For(node, index), applied[name].FirstOrDefault() ?? Nowhere, pair.Shape.Item));
        }

        Node beyond = pair.Git[int.MaxValue];
        foreach ((Node node, int index) in live.Values.SelectMany(rest => rest).OrderBy(one => one.Index))
        {
            Node was = applied[map.NameOf(node)].FirstOrDefault() ?? Nowhere;
            Compare(new(beyond, node, claims.For(node, index), was, pair.Shape.Item));
        }
    }

    private void ItemsOfSet(Pair pair)
    {
        HashSet<string> git = pair.Git.Texts.ToHashSet(StringComparer.Ordinal);
        HashSet<string> live = pair.Live.Texts.ToHashSet(StringComparer.Ordinal);
        HashSet<string> applied = pair.Applied.Texts.ToHashSet(StringComparer.Ordinal);
        found.AddRange(pair.Git.Items
            .Where(item => !live.Contains(item.Text))
            .Select(item => new Difference(DifferenceKind.Gone, item, pair.Live[int.MaxValue], [])));
        ItemClaims claims = pair.Claims.Items();
        foreach ((int index, Node item) in pair.Live.Items.Index().Where(one => !git.Contains(one.Item.Text)))
        {
            Node was = applied.Contains(item.Text) ? item : Nowhere;
            found.AddRange(additions.Of(new(pair.Git[int.MaxValue], item, claims.For(item, index), was, pair.Shape.Item)));
        }
    }

    /// <summary>A list that is one value: of the same length, its items tell best what differs.</summary>
    private void WholeList(Pair pair)
    {
        ItemClaims claims = pair.Claims.Items();
        Pair[] items = [.. pair.Git.Items.Index().Select(one =>
            new Pair(one.Item, pair.Live[one.Index], claims.For(pair.Live[one.Index], one.Index), pair.Applied[one.Index], pair.Shape.Item))];
        if (pair.Git.Count != pair.Live.Count || items.Count(item => item.Git.IsScalar && !AreSame(item)) > 1)
        {
            Changed(pair);
            return;
        }

        Array.ForEach(items, Compare);
    }

    private void Missing(Pair pair)
    {
        if (pair.Shape.IsPruned || (pair.Shape.DropsZero && SameValue.IsZero(pair.Git)))
        {
            return;
        }

        bool isEmpty = pair.Git is { IsScalar: false, Count: 0 };
        bool isOnlyZeros = pair.Git.IsMapping && pair.Git.Fields.All(field => pair.Shape.Field(field.Name).DropsZero && SameValue.IsZero(field));
        if (!isEmpty && !isOnlyZeros)
        {
            found.Add(new(DifferenceKind.Gone, pair.Git, pair.Live, []));
        }
    }

    /// <summary>A controller that has the last word on a field is not drift: an autoscaler's replicas, an injected certificate.</summary>
    private void Changed(Pair pair)
    {
        bool isSecurity = SecurityFields.Lie(kind, pair.Git);
        bool isAggregated = kind == "ClusterRole" && pair.Git.Parent.Field("aggregationRule").Exists;
        ImmutableArray<FieldOwner> who = [.. pair.Claims.Owners];
        if (who.IsEmpty || !owners.AreControllers(who, isSecurity && !isAggregated))
        {
            ImmutableArray<FieldOwner> hands = owners.Hands(who);
            found.Add(new(DifferenceKind.Changed, pair.Git, pair.Live, hands.IsEmpty ? who : hands) { IsByHand = !hands.IsEmpty });
        }
    }

    private static bool AreSame(Pair pair) =>
        SameValue.Is(pair.Git, pair.Live) || (pair.Shape.IsQuantity && SameValue.IsAmount(pair.Git, pair.Live));

    private static Dictionary<string, Queue<(Node Node, int Index)>> Queues(Node list, Func<Node, string> nameOf) => list.Items.Index()
        .GroupBy(one => nameOf(one.Item), one => (one.Item, one.Index), StringComparer.Ordinal)
        .ToDictionary(same => same.Key, same => new Queue<(Node, int)>(same), StringComparer.Ordinal);

    private static IEnumerable<string> Names(Pair pair) =>
        pair.Git.Fields.Select(field => field.Name).Union(pair.Live.Fields.Select(field => field.Name), StringComparer.Ordinal);

    private static Node Nowhere => LastApplied.Nothing;
}
