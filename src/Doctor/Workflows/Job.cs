using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Workflows;

/// <summary>A job: its steps, or the workflow that it calls.</summary>
internal sealed class Job(Node root)
{
    public Node Root => root;

    public string Id => root.Name;

    /// <summary>The name of its check run, on which branch protection depends.</summary>
    public string Name => root.Field("name").Text is { Length: > 0 } name ? name : Id;

    public ImmutableArray<JobStep> Steps { get; } = [.. root.Field("steps").Items.Select(step => new JobStep(step))];

    public IEnumerable<string> Needs =>
        root.Field("needs") is { IsScalar: true } one ? [one.Text] : root.Field("needs").Texts;

    public Node Condition => root.Field("if");

    public Node Matrix => root.Field("strategy").Field("matrix");

    /// <summary>The file of this repository that it calls, or null.</summary>
    public string? CalledFile =>
        root.Field("uses").Text is ['.', '/', .. var file] ? file : null;

    public bool AlwaysRuns => Conditions.IsAlways(Condition);

    /// <summary>The steps that stand before one.</summary>
    public IEnumerable<JobStep> Before(JobStep step) => Steps.TakeWhile(other => other != step);

    /// <summary>The steps that stand after one.</summary>
    public IEnumerable<JobStep> After(JobStep step) => Steps.SkipWhile(other => other != step).Skip(1);
}
