using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>Says of two lists which items only one of them has.</summary>
internal static class ItemsText
{
    /// <summary>Null where they are no lists, or items have only changed places.</summary>
    public static string? Of(Difference difference)
    {
        if (difference.IsHidden || !difference.Git.IsSequence || !difference.Live.IsSequence)
        {
            return null;
        }

        List<Node> more = [.. difference.Live.Items];
        List<Node> less = [.. difference.Git.Items.Where(item => !Take(more, item))];
        string[] parts =
        [
            .. more.Count > 0 ? [$"also has {string.Join(", ", more.Select(item => ValueText.Of(item, false)))}"] : (string[])[],
            .. less.Count > 0 ? [$"lacks {string.Join(", ", less.Select(item => ValueText.Of(item, false)))}"] : (string[])[],
        ];
        return parts.Length > 0 ? string.Join(" and ", parts) : null;
    }

    private static bool Take(List<Node> items, Node wanted)
    {
        int index = items.FindIndex(item => Holds(item, wanted));
        if (index >= 0)
        {
            items.RemoveAt(index);
        }

        return index >= 0;
    }

    /// <summary>All that git says of an item is there; the server may have filled in more.</summary>
    private static bool Holds(Node live, Node git) => git.IsMapping
        ? live.IsMapping && git.Fields.All(field => Holds(live.Field(field.Name), field))
        : git.IsSequence ? live.Count == git.Count && git.Items.Zip(live.Items).All(pair => Holds(pair.Second, pair.First)) : SameValue.Is(git, live);
}
