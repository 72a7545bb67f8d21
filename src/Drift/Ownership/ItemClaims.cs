using System.Globalization;
using System.Text.Json;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Ownership;

/// <summary>
/// What is claimed of the items of one list: <c>k:</c> names an item by fields of it, <c>v:</c> a scalar, <c>i:</c> a number.
/// </summary>
internal sealed class ItemClaims
{
    private readonly FieldClaims list;
    private readonly Dictionary<Node, ItemTree> trees = new(ReferenceEqualityComparer.Instance);

    public ItemClaims(FieldClaims list)
    {
        this.list = list;
        foreach (Node tree in list.Trees)
        {
            trees[tree] = new(tree);
        }
    }

    public FieldClaims For(Node item, int index) => list.Below(tree => trees[tree].Find(item, index));

    /// <summary>One manager's claims on the items of a list.</summary>
    private sealed class ItemTree
    {
        private readonly HashSet<string> keyNames = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Node> items = new(StringComparer.Ordinal);

        public ItemTree(Node tree)
        {
            foreach (Node field in tree.Fields)
            {
                Add(field);
            }
        }

        public Node? Find(Node item, int index)
        {
            foreach (string names in keyNames)
            {
                string name = string.Join('\0', names.Split('\0').Select(key => $"{key}={item.Field(key)}"));
                if (items.GetValueOrDefault($"k:{name}") is { } named)
                {
                    return named;
                }
            }

            return items.GetValueOrDefault($"v:{item}")
                ?? items.GetValueOrDefault(string.Create(CultureInfo.InvariantCulture, $"i:{index}"));
        }

        private void Add(Node field)
        {
            if (field.Name.StartsWith("k:", StringComparison.Ordinal) && Keys(field.Name[2..]) is { } keys)
            {
                keyNames.Add(string.Join('\0', keys.Select(key => key.Name)));
                items.TryAdd($"k:{string.Join('\0', keys.Select(key => $"{key.Name}={key.Value}"))}", field);
            }
            else if (field.Name.StartsWith("v:", StringComparison.Ordinal) && Scalar(field.Name[2..]) is { } scalar)
            {
                items.TryAdd($"v:{scalar}", field);
            }
            else
            {
                items.TryAdd(field.Name, field);
            }
        }

        private static (string Name, string Value)[]? Keys(string json) => Parsed(json) is { ValueKind: JsonValueKind.Object } keys
            ? [.. keys.EnumerateObject().Select(key => (key.Name, key.Value.ToString()))]
            : null;

        private static string? Scalar(string json) => Parsed(json)?.ToString();

        /// <summary>Null for what the API server would not write: nobody is known to own the item then.</summary>
        private static JsonElement? Parsed(string json)
        {
            try
            {
                return JsonElement.Parse(json);
            }
            catch (JsonException)
            {
                return null;
            }
        }
    }
}
