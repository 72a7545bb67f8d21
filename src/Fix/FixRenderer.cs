using System.Collections.Immutable;
using PolicyGate.Fixing.Text;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Fixing;

/// <summary>
/// Turns fixes into edits that leave every comment, the indentation, quotes and line ends of the file as they are, and
/// that are read back to be sure that they change what the fix names and nothing else.
/// </summary>
public static class FixRenderer
{
    /// <summary>The edits that make one fix on the file as it is.</summary>
    /// <exception cref="ArgumentException">The fix is for another file.</exception>
    public static FixRendering Render(Fix fix, SourceFile source)
    {
        RequireFile([fix], source);
        Attempt<FileDraft> draft = FileDraft.Of(source).With(fix);
        return draft.Result is { } mended
            ? new FixRendering.Edited(mended.Edits)
            : new FixRendering.Unsafe(draft.Refusal!);
    }

    /// <summary>
    /// Makes all fixes of one file that are safe and do not contradict an earlier one. Their routes are those of the
    /// file as it is: places are set first, then items appended, and removals come last.
    /// </summary>
    /// <exception cref="ArgumentException">A fix is for another file.</exception>
    public static FixedFile RenderAll(IEnumerable<Fix> fixes, SourceFile source)
    {
        List<Fix> all = [.. fixes];
        RequireFile(all, source);
        FileDraft draft = FileDraft.Of(source);
        List<Fix> made = [];
        List<RefusedFix> refused = [];
        foreach (Fix fix in all.Order(FixOrder.Instance))
        {
            string? refusal = made.Find(earlier => FixConflict.Contradict(earlier, fix)) is { } contradicted
                ? $"it contradicts another fix, of {contradicted.Place}"
                : null;
            if (refusal is null && !made.Exists(earlier => FixConflict.AreEqual(earlier, fix)))
            {
                Attempt<FileDraft> attempt = draft.With(fix);
                draft = attempt.Result ?? draft;
                refusal = attempt.Refusal;
            }

            if (refusal is null)
            {
                made.Add(fix);
            }
            else
            {
                refused.Add(new(fix, refusal));
            }
        }

        return new(draft.Edited.Text, draft.Edits, [.. made], [.. refused]);
    }

    private static void RequireFile(IEnumerable<Fix> fixes, SourceFile source)
    {
        if (fixes.FirstOrDefault(fix => fix.Place.File != source.File) is { } stray)
        {
            throw new ArgumentException($"the fix is for {stray.Place.File}, not for {source.File}", nameof(fixes));
        }
    }
}

/// <summary>A file with its fixes made.</summary>
/// <param name="Text">The whole text after the edits.</param>
/// <param name="Edits">Against the text before, in its order, none touching another.</param>
/// <param name="Applied">The fixes that the text now has, in the order in which they were made.</param>
/// <param name="Refused">The others.</param>
public sealed record FixedFile(
    string Text, ImmutableArray<TextEdit> Edits, ImmutableArray<Fix> Applied,
    ImmutableArray<RefusedFix> Refused);

/// <summary>A fix that was not made, and why.</summary>
public sealed record RefusedFix(Fix Fix, string Reason);
