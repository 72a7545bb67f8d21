using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>
/// Fields, as a tree to be walked together with a document. Paths are written with dots; <c>*</c> is any field of a
/// mapping, <c>[]</c> any item of a list.
/// </summary>
internal sealed class FieldTree
{
    private readonly Dictionary<string, FieldTree> fields = new(StringComparer.Ordinal);

    /// <summary>Whether a value here is one of the fields meant.</summary>
    public bool IsLeaf { get; private set; }

    /// <summary>What is below the fields of a mapping, whatever their names.</summary>
    public FieldTree? AnyField { get; private set; }

    /// <summary>What is below the items of a list.</summary>
    public FieldTree? Item { get; private set; }

    public static FieldTree Of(params string[] paths)
    {
        FieldTree tree = new();
        foreach (string path in paths)
        {
            tree.At(path).IsLeaf = true;
        }

        return tree;
    }

    /// <summary>Adds what is below one tree below a path of this one.</summary>
    public FieldTree With(string path, FieldTree below)
    {
        At(path).Take(below);
        return this;
    }

    public FieldTree? Field(Scalar key) => fields.GetValueOrDefault(key.Text) ?? AnyField;

    private FieldTree At(string path)
    {
        FieldTree place = this;
        foreach (string step in path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'))
        {
            place = place.Below(step);
        }

        return place;
    }

    private FieldTree Below(string step)
    {
        switch (step)
        {
            case "[]":
                return Item ??= new();
            case "*":
                return AnyField ??= new();
            default:
                fields.TryAdd(step, new());
                return fields[step];
        }
    }

    private void Take(FieldTree other)
    {
        IsLeaf |= other.IsLeaf;
        AnyField ??= other.AnyField;
        Item ??= other.Item;
        foreach ((string name, FieldTree below) in other.fields)
        {
            if (!fields.TryAdd(name, below))
            {
                fields[name].Take(below);
            }
        }
    }
}
