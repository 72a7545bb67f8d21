using System.Collections.Immutable;
using PolicyGate.Fixing.Edits;
using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing;

/// <summary>A file with some fixes made, each read back and found to change what it names and no more.</summary>
internal sealed record FileDraft(SourceFile Source, EditedText Edited, IReadOnlyList<Document> Documents)
{
    public static FileDraft Of(SourceFile source) => new(source, new(source.Text), source.Documents);

    public ImmutableArray<TextEdit> Edits
    {
        get
        {
            SourceText original = new(Source.Text);
            return
            [
                .. Edited.Edits.Select(edit => new TextEdit(Source.File, original.SpanOf(edit), edit.Replacement)),
            ];
        }
    }

    /// <summary>This draft with one more fix made, or why that is not safe.</summary>
    public Attempt<FileDraft> With(Fix fix)
    {
        if (Documents.FirstOrDefault(document => document.Index == fix.Place.Document) is not { } document)
        {
            return $"document {fix.Place.Document + 1} of the file could not be read";
        }

        Layout layout = new(new(Edited.Text));
        Attempt<Target> found = Target.Find(layout, document, fix.Place.Steps);
        if (found.Result is not { } target)
        {
            return found.Refusal!;
        }

        return PartialFixes.Of(fix, layout, target) is { } parts
            ? WithAll(parts)
            : Verified(fix, FixEdits.Of(fix, EditContext.At(layout, document, target)));
    }

    private Attempt<FileDraft> WithAll(IEnumerable<Fix> fixes)
    {
        FileDraft draft = this;
        foreach (Fix fix in fixes)
        {
            Attempt<FileDraft> next = draft.With(fix);
            if (next.Result is null)
            {
                return next;
            }

            draft = next.Result;
        }

        return draft;
    }

    private Attempt<FileDraft> Verified(Fix fix, Attempt<Edit[]> attempt)
    {
        if (attempt.Result is not { } edits)
        {
            return attempt.Refusal!;
        }

        if (edits.Length == 0)
        {
            return this;
        }

        EditedText edited = Edited.With(edits);
        IReadOnlyList<Document> documents = Source.Read(edited.Text.TrimStart('\uFEFF'));
        return ExactChange.Deviation(fix, Documents, documents) is { } deviation
            ? deviation
            : this with { Edited = edited, Documents = documents };
    }
}
