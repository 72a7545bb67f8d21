using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>Finds nodes by where they are written.</summary>
internal static class NodePlaces
{
    /// <summary>The path of the innermost field or item that is written around a span.</summary>
    public static string PathAt(this Node root, Span span)
    {
        Node place = root;
        while (Around(place, span) is { } inner)
        {
            place = inner;
        }

        return place.Path;
    }

    private static Node? Around(Node place, Span span)
    {
        switch (place.Value)
        {
            case Mapping mapping:
                foreach (Entry entry in mapping.Entries)
                {
                    if (Contains(entry.Span, span))
                    {
                        return place.Field(entry.Key.Text);
                    }
                }

                return null;
            case Sequence sequence:
                for (int index = 0; index < sequence.Items.Length; index++)
                {
                    if (Contains(sequence.Items[index].Span, span))
                    {
                        return place[index];
                    }
                }

                return null;
            default:
                return null;
        }
    }

    private static bool Contains(Span outer, Span inner) =>
        (outer.StartLine, outer.StartColumn).CompareTo((inner.StartLine, inner.StartColumn)) <= 0
        && (outer.EndLine, outer.EndColumn).CompareTo((inner.EndLine, inner.EndColumn)) >= 0;
}
