using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile.Symbols;

/// <summary>The refusals of one policy: one for each place, the first that was found.</summary>
internal sealed class Findings
{
    private readonly SortedDictionary<int, Diagnostic> byPlace = [];

    /// <summary>The same advice for one line is given once: a type and its member are refused alike.</summary>
    public ImmutableArray<Diagnostic> All => [.. byPlace.Values.DistinctBy(one => (Line(one), Advice(one)))];

    public void Add(SyntaxNode place, string code, string message) =>
        byPlace.TryAdd(place.SpanStart, Refusals.At(place.GetLocation(), code, message));

    private static int Line(Diagnostic refusal) => refusal.Location.GetLineSpan().StartLinePosition.Line;

    private static string Advice(Diagnostic refusal) => refusal.GetMessage(CultureInfo.InvariantCulture).Split(": ", 2)[^1];

    /// <summary>Adds a refusal when there is one.</summary>
    public void AddAny(SyntaxNode place, string code, string? message)
    {
        if (message is not null)
        {
            Add(place, code, message);
        }
    }
}
