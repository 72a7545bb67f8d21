using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Layouts;

/// <summary>What a value stands behind.</summary>
internal enum SlotKind
{
    Root,
    Field,
    Item,
}

/// <summary>A place in the text that holds a value: a document, a field or an item.</summary>
/// <param name="Kind">What the value stands behind.</param>
/// <param name="Value">The value that stands there now.</param>
/// <param name="Start">Where the place begins: at the field's key or at the item's dash.</param>
/// <param name="After">Just after the colon or dash, before anchor and tag; negative for a key without a colon.</param>
/// <param name="InFlow">Within braces or brackets.</param>
internal sealed record Slot(SlotKind Kind, Value Value, int Start, int After, bool InFlow)
{
    public bool IsNull => Value is Scalar scalar && ScalarMeaning.KindOf(scalar) == ScalarKind.Null;

    /// <summary>A null that is not written at all: <c>key:</c>.</summary>
    public bool IsUnwritten => Value is Scalar { Text: "", Style: ScalarStyle.Plain };

    public bool IsBlockCollection => Value is Mapping { IsFlow: false } or Sequence { IsFlow: false };

    public bool IsBlockScalar => Value is Scalar { Style: ScalarStyle.Literal or ScalarStyle.Folded };

    public int Count => Value switch
    {
        Mapping mapping => mapping.Entries.Length,
        Sequence sequence => sequence.Items.Length,
        _ => 0,
    };
}
