using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Workflows;

/// <summary>
/// A workflow file, as far as the gate depends on it:
/// https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax.
/// </summary>
internal sealed class Workflow
{
    public Workflow(Document document, string text)
    {
        Root = document.Root;
        Lines = [.. text.ReplaceLineEndings("\n").Split('\n')];
        Triggers = new(Root.Field("on"));
        Jobs = [.. Root.Field("jobs").Fields.Select(job => new Job(job))];
    }

    public Node Root { get; }

    public string File => Root.Document.File;

    public string Name => Root.Field("name").Text is { Length: > 0 } name ? name : File;

    public ImmutableArray<string> Lines { get; }

    public Triggers Triggers { get; }

    public ImmutableArray<Job> Jobs { get; }

    /// <summary>The permissions that hold for a job: its own, else those of the workflow; missing when neither says any.</summary>
    public Node PermissionsOf(Job job) =>
        job.Root.Field("permissions").Value is null ? Root.Field("permissions") : job.Root.Field("permissions");

    /// <summary>Where a text stands within a place, whose block of lines has one location.</summary>
    public Location Find(Node place, string text)
    {
        Location whole = place.Location;
        for (int line = whole.Span.StartLine; line <= Math.Min(whole.Span.EndLine, Lines.Length); line++)
        {
            int column = Lines[line - 1].IndexOf(text, StringComparison.Ordinal) + 1;
            if (column > 0)
            {
                return whole with { Span = new(line, column, line, column + text.Length) };
            }
        }

        return whole;
    }
}
