using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>A field of a kind that Kubernetes brings along.</summary>
/// <param name="Place">Where it is.</param>
/// <param name="Parent">Where what holds it is.</param>
/// <param name="Name">Its own.</param>
internal sealed record BuiltInField(FieldPlace Place, FieldPlace Parent, string Name) : ApiField
{
    private const string Any = "*";

    private static readonly Dictionary<FieldPlace, ListShape> Lists = ReadLists();
    private static readonly HashSet<FieldPlace> Quantities = [.. ApiTable.Rows("quantities", 2).Select(row => new FieldPlace(row[0], row[1]))];
    private static readonly HashSet<(string Scope, string Name)> KeptZeros = [.. ApiTable.Rows("kept-zeros", 2).Select(row => (row[0], row[1]))];

    public static BuiltInField Of(string kind) => new(new(kind, ""), new(kind, ""), "");

    public override ApiField Field(string name) => new BuiltInField(Place.Field(name), Place, name);

    public override ApiField Item => this;

    public override ListShape List =>
        Lists.GetValueOrDefault(Place) ?? Lists.GetValueOrDefault(Place with { Scope = Any }) ?? ListShape.Whole;

    public override bool IsQuantity => Quantities.Contains(Place) || Quantities.Contains(Parent.Field(Any));

    public override bool DropsZero => !KeptZeros.Contains((Any, Name)) && !KeptZeros.Contains((Place.Scope, Name));

    public override bool IsFilledIn(Node live) => ServerDefaults.Covers(Place, live);

    private static Dictionary<FieldPlace, ListShape> ReadLists()
    {
        Dictionary<FieldPlace, ListShape> lists = [];
        foreach (string[] row in ApiTable.Rows("list-keys", 3))
        {
            lists.Add(new(row[0], row[1]), row[2] == "set" ? ListShape.Scalars : new ListShape.Map(Keys(row[2])));
        }

        return lists;
    }

    private static ImmutableArray<ListKey> Keys(string text) =>
    [
        .. text.Split(',').Select(key => key.Split('=')).Select(key => new ListKey(key[0], key.Length > 1 ? key[1] : ""))
    ];
}
