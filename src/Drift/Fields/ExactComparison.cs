using System.Collections.Immutable;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>
/// Holds an object of the cluster against what the API server would store if git were applied. The server has filled in its
/// defaults and merged the rest, so that whatever differs would change.
/// </summary>
internal sealed class ExactComparison
{
    private readonly ObjectOwners owners;
    private readonly string kind;
    private readonly ImmutableArray<Difference>.Builder found = ImmutableArray.CreateBuilder<Difference>();

    private ExactComparison(Node git, Node live, KnownOwners known)
    {
        owners = new(known, live, git);
        kind = git["kind"].Text;
    }

    /// <param name="git">The object as git has it: the places of what is found.</param>
    /// <param name="stored">As the server would store it.</param>
    /// <param name="live">As it has it.</param>
    /// <param name="shape">What the API knows of its kind.</param>
    /// <param name="known">Which owners stand for whom.</param>
    /// <param name="skip">Fields of the object that are compared elsewhere.</param>
    public static ImmutableArray<Difference> Compare(
        Node git, Node stored, Node live, ApiField shape, KnownOwners known, params ImmutableArray<string> skip)
    {
        ExactComparison comparison = new(git, live, known);
        Triple root = new(git, stored, live, FieldClaims.Of(live), shape);
        foreach (string name in Names(root).Except(ObjectFields.NotCompared).Except(skip))
        {
            comparison.Compare(name == "metadata" ? root.Field(name).Without(ObjectFields.OwnMetadata) : [root.Field(name)]);
        }

        return comparison.found.ToImmutable();
    }

    private void Compare(IEnumerable<Triple> fields)
    {
        foreach (Triple field in fields)
        {
            Compare(field);
        }
    }

    private void Compare(Triple one)
    {
        if (one.Stored.IsMissing || one.Live.IsMissing)
        {
            OneSided(one);
        }
        else if (one.Stored.IsMapping && one.Live.IsMapping)
        {
            Compare(one.Without([]));
        }
        else if (one.Stored.IsSequence && one.Live.IsSequence && one.Shape.List is ListShape.Map map)
        {
            Compare(Items(one, map));
        }
        else if (one.Stored.IsSequence && one.Stored.Count == one.Live.Count && one.Live.Items.All(item => item.IsMapping))
        {
            Compare(ItemsInOrder(one));
        }
        else if (!SameValue.Is(one.Stored, one.Live))
        {
            Add(DifferenceKind.Changed, one);
        }
    }

    private static IEnumerable<Triple> Items(Triple list, ListShape.Map map)
    {
        ItemClaims claims = list.Claims.Items();
        foreach (string name in list.Stored.Items.Concat(list.Live.Items).Select(map.NameOf).Distinct(StringComparer.Ordinal))
        {
            (int index, Node? live) = list.Live.Items.Index().FirstOrDefault(one => map.NameOf(one.Item) == name);
            live ??= list.Live[int.MaxValue];
            yield return new(In(list.Git), In(list.Stored), live, claims.For(live, index), list.Shape.Item);

            Node In(Node items) => items.Items.FirstOrDefault(item => map.NameOf(item) == name) ?? items[int.MaxValue];
        }
    }

    /// <summary>Of a list that is one value, items of the same place tell best what differs.</summary>
    private static IEnumerable<Triple> ItemsInOrder(Triple list)
    {
        ItemClaims claims = list.Claims.Items();
        return list.Live.Items.Select((live, index) =>
            new Triple(list.Git[index], list.Stored[index], live, claims.For(live, index), list.Shape.Item));
    }

    private void OneSided(Triple one)
    {
        if (one.Stored.Exists)
        {
            Add(DifferenceKind.Gone, one);
        }
        else if (one.Live.Exists)
        {
            Add(DifferenceKind.Dropped, one);
        }
    }

    private void Add(DifferenceKind difference, Triple one)
    {
        ImmutableArray<FieldOwner> who = [.. one.Claims.Owners];
        bool isController = who.Length > 0 && owners.AreControllers(who, SecurityFields.Lie(kind, one.Live));
        if (!isController)
        {
            ImmutableArray<FieldOwner> hands = owners.Hands(who);
            found.Add(new(difference, one.Git, one.Live, hands.IsEmpty ? who : hands) { IsByHand = !hands.IsEmpty });
        }
    }

    private static IEnumerable<string> Names(Triple one) =>
        one.Stored.Fields.Select(field => field.Name).Union(one.Live.Fields.Select(field => field.Name), StringComparer.Ordinal);

    /// <summary>One place in git, in what the server would store, and in what it has.</summary>
    private readonly record struct Triple(Node Git, Node Stored, Node Live, FieldClaims Claims, ApiField Shape)
    {
        public Triple Field(string name) =>
            new(Git.Field(name), Stored.Field(name), Live.Field(name), Claims.Field(name), Shape.Field(name));

        /// <summary>All fields below but these.</summary>
        public IEnumerable<Triple> Without(ImmutableArray<string> names)
        {
            Triple one = this;
            return Names(this).Except(names).Select(one.Field);
        }
    }
}
