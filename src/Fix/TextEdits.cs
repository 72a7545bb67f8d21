using PolicyGate.Fixing.Text;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Fixing;

/// <summary>Edits put into effect.</summary>
public static class TextEdits
{
    /// <summary>
    /// The text after the edits. Those that insert at one place follow each other in the order given.
    /// </summary>
    /// <exception cref="ArgumentException">
    /// Two edits change the same characters; the message names them. Fixes that may touch one another go through
    /// <see cref="FixRenderer.RenderAll"/>, which makes one set of edits of them.
    /// </exception>
    public static string Apply(string text, IEnumerable<TextEdit> edits)
    {
        SourceText source = new(text);
        var placed = edits
            .Select(edit => (Edit: edit, Place: source.Place(edit)))
            .OrderBy(edit => edit.Place.Start)
            .ThenBy(edit => edit.Place.End)
            .ToList();
        foreach (var (first, second) in placed.Zip(placed.Skip(1)))
        {
            if (second.Place.Start < first.Place.End)
            {
                throw new ArgumentException(
                    $"two edits overlap: {Describe(first.Edit)} and {Describe(second.Edit)}", nameof(edits));
            }
        }

        return new EditedText(text).With(placed.Select(edit => edit.Place)).Text;
    }

    private static string Describe(TextEdit edit) =>
        $"{edit.File}:{edit.Span.StartLine}:{edit.Span.StartColumn}-{edit.Span.EndLine}:{edit.Span.EndColumn}";
}
