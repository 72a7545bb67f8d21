namespace PolicyGate.Model.Nodes;

/// <summary>A stretch of text. Lines and columns are 1-based; the end is exclusive, as an editor's cursor would be.</summary>
public readonly record struct Span(int StartLine, int StartColumn, int EndLine, int EndColumn) : IComparable<Span>
{
    /// <summary>The first character of a file, for problems that concern the whole file.</summary>
    public static Span Start { get; } = new(1, 1, 1, 1);

    /// <summary>Orders by start, then by end.</summary>
    public int CompareTo(Span other) =>
        (StartLine, StartColumn, EndLine, EndColumn).CompareTo(
            (other.StartLine, other.StartColumn, other.EndLine, other.EndColumn));

    public static bool operator <(Span left, Span right) => left.CompareTo(right) < 0;

    public static bool operator >(Span left, Span right) => left.CompareTo(right) > 0;

    public static bool operator <=(Span left, Span right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Span left, Span right) => left.CompareTo(right) >= 0;
}
