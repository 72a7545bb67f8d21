namespace PolicyGate.Model.Nodes;

/// <summary>A place in a file of the repository.</summary>
/// <param name="File">Relative to the repository root, with forward slashes; empty when no file declares the thing.</param>
/// <param name="Path">The field, such as <c>spec.template.spec.containers[0].resources</c>; empty for a whole document.</param>
/// <param name="Span">Where the field is written, its key included.</param>
public sealed record Location(string File, string Path, Span Span) : IComparable<Location>
{
    /// <summary>The place of something that no file declares.</summary>
    public static Location None { get; } = new("", "", Span.Start);

    /// <summary>Orders by file, then by place, then by path, without regard to culture.</summary>
    public int CompareTo(Location? other)
    {
        if (other is null)
        {
            return 1;
        }

        int byFile = string.CompareOrdinal(File, other.File);
        int bySpan = byFile != 0 ? byFile : Span.CompareTo(other.Span);
        return bySpan != 0 ? bySpan : string.CompareOrdinal(Path, other.Path);
    }

    public static bool operator <(Location left, Location right) => left.CompareTo(right) < 0;

    public static bool operator >(Location left, Location right) => left.CompareTo(right) > 0;

    public static bool operator <=(Location left, Location right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Location left, Location right) => left.CompareTo(right) >= 0;
}
