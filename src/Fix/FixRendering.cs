using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Fixing;

/// <summary>What became of a fix: edits of the text, or the reason why none is safe.</summary>
public abstract record FixRendering
{
    private FixRendering()
    {
    }

    /// <summary>Edits that make the change and no other; none when the file already is as the fix wants it.</summary>
    public sealed record Edited(ImmutableArray<TextEdit> Edits) : FixRendering;

    /// <summary>No edit is known to change only what the fix names.</summary>
    /// <param name="Reason">A clause in plain words, such as <c>spec.affinity is the alias *shared</c>.</param>
    public sealed record Unsafe(string Reason) : FixRendering;
}
