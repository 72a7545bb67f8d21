using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>
/// What a policy answers about one subject. Policies make it with <c>Pass</c>, <c>Fail</c>, <c>NotApplicable</c> and
/// <c>All</c>.
/// </summary>
public sealed class Verdict
{
    /// <summary>Verdicts of verdicts can double at each step; a report shows a hundredth of this (<see cref="VerdictLimits"/>).</summary>
    private const int MostKept = 10_000;

    private Verdict(Outcome outcome, ImmutableArray<Node> seen, ImmutableArray<Problem> problems, string reason)
    {
        Outcome = outcome;
        Seen = seen;
        Problems = problems;
        Reason = reason;
    }

    public Outcome Outcome { get; }

    /// <summary>The places that justify it. A pass has at least one.</summary>
    public ImmutableArray<Node> Seen { get; }

    /// <summary>What is wrong, each at its place; empty unless it fails.</summary>
    public ImmutableArray<Problem> Problems { get; }

    /// <summary>Why it does not apply, or what a pass has seen, in words; may be empty.</summary>
    public string Reason { get; }

    /// <summary>A verdict as it was given elsewhere.</summary>
    public static Verdict From(Outcome outcome, ImmutableArray<Node> seen, ImmutableArray<Problem> problems, string reason) =>
        new(outcome, seen, problems, reason);

    public static Verdict Pass(ImmutableArray<Node> seen, string reason = "") => new(Outcome.Pass, seen, [], reason);

    public static Verdict Fail(Problem problem) => new(Outcome.Fail, [problem.Place], [problem], "");

    /// <summary>Fails on the evidence of other places: what stands at the problem's own must not be shown.</summary>
    public static Verdict Fail(Problem problem, ImmutableArray<Node> seen) => new(Outcome.Fail, seen, [problem], "");

    public static Verdict NotApplicable(string reason) => new(Outcome.NotApplicable, [], [], reason);

    /// <summary>
    /// Fails with every problem when any part fails; passes with all that was seen when at least one part passes and
    /// none fails; else it does not apply, for the reason given.
    /// </summary>
    public static Verdict All(IEnumerable<Verdict> parts, string otherwise)
    {
        List<Verdict> failures = [];
        List<Verdict> passes = [];
        foreach (Verdict part in parts)
        {
            (part.Outcome switch { Outcome.Fail => failures, Outcome.Pass => passes, _ => null })?.Add(part);
        }

        return (failures, passes) switch
        {
            ([_, ..], _) => new(Outcome.Fail, Together(failures, part => part.Seen), Together(failures, part => part.Problems), ""),
            (_, [var first, ..]) => Pass(Together(passes, part => part.Seen), first.Reason),
            _ => NotApplicable(otherwise),
        };
    }

    private static ImmutableArray<T> Together<T>(List<Verdict> parts, Func<Verdict, ImmutableArray<T>> what) =>
        parts is [var only] && what(only) is { IsDefault: false, Length: <= MostKept } whole
            ? whole
            : [.. parts.SelectMany(part => what(part)).Take(MostKept)];

    /// <summary>The same answer in other words.</summary>
    internal Verdict With(ImmutableArray<Node> seen, ImmutableArray<Problem> problems, string reason) =>
        new(Outcome, seen, problems, reason);
}

/// <summary>One thing that is wrong.</summary>
/// <param name="Place">Where; a missing place points at its nearest existing neighbour.</param>
/// <param name="Message">What is wrong, for a person who has not read the policy.</param>
/// <param name="Fix">A mechanical mend, where there is one.</param>
public sealed record Problem(Node Place, string Message, Fix? Fix);
