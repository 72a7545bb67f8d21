using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace PolicyGate.Compile.Symbols;

/// <summary>The refusals of one policy: one for each place, the first that was found.</summary>
internal sealed class Findings
{
    private readonly SortedDictionary<int, Diagnostic> byPlace = [];

    /// <summary>What is said of one line is said once.</summary>
    public ImmutableArray<Diagnostic> All => [.. byPlace.Values.DistinctBy(one => (one.Location.GetLineSpan().StartLinePosition.Line, one.GetMessage()))];

    public void Add(SyntaxNode place, string code, string message) =>
        byPlace.TryAdd(place.SpanStart, Refusals.At(place.GetLocation(), code, message));

    /// <summary>Adds a refusal when there is one.</summary>
    public void AddAny(SyntaxNode place, string code, string? message)
    {
        if (message is not null)
        {
            Add(place, code, message);
        }
    }
}
