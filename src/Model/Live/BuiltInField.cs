using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>A field of a kind that Kubernetes brings along.</summary>
internal sealed record BuiltInField(FieldPlace Place, string Name) : ApiField
{
    private const string AnyKind = "*";

    private static readonly Dictionary<FieldPlace, ListShape> Lists = ReadLists();
    private static readonly HashSet<FieldPlace> Quantities = [.. ApiTable.Rows("quantities", 2).Select(row => new FieldPlace(row[0], row[1]))];
    private static readonly HashSet<string> KeptZeros = new(ApiTable.Lines("kept-zeros"), StringComparer.Ordinal);

    public static BuiltInField Of(string kind) => new(new(kind, ""), "");

    public override ApiField Field(string name) => new BuiltInField(Place.Field(name), name);

    public override ApiField Item => this;

    public override ListShape List =>
        Lists.GetValueOrDefault(Place) ?? Lists.GetValueOrDefault(Place with { Scope = AnyKind }) ?? ListShape.Whole;

    public override bool IsQuantity => Quantities.Contains(Place) || Quantities.Contains(Place.AnyName);

    public override bool DropsZero => !KeptZeros.Contains(Name);

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
