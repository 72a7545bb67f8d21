using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Tests;

/// <summary>What a file says, flat: every scalar and every empty collection by its document and path.</summary>
internal static class Leaves
{
    /// <summary>The paths that exist in one of the files only, or say something else.</summary>
    public static IEnumerable<string> ChangedBetween(SourceFile before, SourceFile after)
    {
        HashSet<(int Document, string Path, string Value)> changed = [.. Of(before)];
        changed.SymmetricExceptWith(Of(after));
        return changed.Select(leaf => leaf.Path).Distinct();
    }

    /// <summary>Whether a leaf is the place, below it, or an empty collection or null on the way to it.</summary>
    public static bool Concern(string leaf, string place) => IsWithin(leaf, place) || IsWithin(place, leaf);

    private static bool IsWithin(string inner, string outer) =>
        outer.Length == 0
        || inner == outer
        || (inner.StartsWith(outer, StringComparison.Ordinal) && inner[outer.Length] is '.' or '[');

    private static IEnumerable<(int Document, string Path, string Value)> Of(SourceFile source) =>
        from document in source.Documents
        from node in document.Root.Descendants
        where node.Count == 0
        select (document.Index, node.Path, Say(node.Value!));

    private static string Say(Value value) => value switch
    {
        Scalar scalar => $"{ScalarMeaning.KindOf(scalar)} {scalar.Text}",
        Mapping => "{}",
        _ => "[]",
    };
}
