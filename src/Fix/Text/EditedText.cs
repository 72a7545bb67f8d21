using System.Collections.Immutable;

namespace PolicyGate.Fixing.Text;

/// <summary>
/// A text after some edits, which still knows which of its parts are the original's. So edits made one after another,
/// each against the text that the one before it left, end as one set of edits against the original.
/// </summary>
internal sealed class EditedText
{
    private readonly int originalLength;
    private readonly ImmutableArray<Piece> pieces;

    public EditedText(string original)
        : this(original, original.Length, [new Piece(original, 0)])
    {
    }

    private EditedText(string text, int originalLength, ImmutableArray<Piece> pieces)
    {
        Text = text;
        this.originalLength = originalLength;
        this.pieces = pieces;
    }

    public string Text { get; }

    /// <summary>The edits that turn the original into this text.</summary>
    public ImmutableArray<Edit> Edits
    {
        get
        {
            ImmutableArray<Edit>.Builder edits = ImmutableArray.CreateBuilder<Edit>();
            int at = 0;
            string written = "";
            foreach (Piece piece in pieces.Append(new Piece("", originalLength)))
            {
                if (piece.OriginalStart is not { } start)
                {
                    written += piece.Text;
                    continue;
                }

                if (written.Length > 0 || start > at)
                {
                    edits.Add(new(at, start, written));
                }

                at = start + piece.Text.Length;
                written = "";
            }

            return edits.ToImmutable();
        }
    }

    /// <summary>This text with more edits, none overlapping; those that insert at one place keep their order.</summary>
    public EditedText With(IEnumerable<Edit> edits)
    {
        ImmutableArray<Piece>.Builder edited = ImmutableArray.CreateBuilder<Piece>();
        int at = 0;
        foreach (Edit edit in edits.OrderBy(edit => edit.Start).ThenBy(edit => edit.End))
        {
            edited.AddRange(Slice(at, edit.Start));
            edited.Add(new(edit.Replacement, null));
            at = edit.End;
        }

        edited.AddRange(Slice(at, Text.Length));
        return new(string.Concat(edited.Select(piece => piece.Text)), originalLength, edited.ToImmutable());
    }

    private IEnumerable<Piece> Slice(int start, int end)
    {
        int at = 0;
        foreach (Piece piece in pieces)
        {
            int from = Math.Max(start, at);
            int to = Math.Min(end, at + piece.Text.Length);
            if (from < to)
            {
                yield return new(piece.Text[(from - at)..(to - at)], piece.OriginalStart + from - at);
            }

            at += piece.Text.Length;
        }
    }

    /// <summary>A part of the text, and where it stood in the original, if it did.</summary>
    private sealed record Piece(string Text, int? OriginalStart);
}
