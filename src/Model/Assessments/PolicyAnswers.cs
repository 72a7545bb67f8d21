using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>What one policy said of all its subjects.</summary>
public sealed record PolicyAnswers
{
    /// <summary>The policy's id.</summary>
    public required string Policy { get; init; }

    /// <summary>How many subjects passed.</summary>
    public required int Passed { get; init; }

    /// <summary>How many subjects it does not speak of.</summary>
    public required int NotApplicable { get; init; }

    /// <summary>Failures and errors; passes and the rest too when they were asked for.</summary>
    public required ImmutableArray<Answer> Answers { get; init; }

    /// <summary>A policy that could not answer at all.</summary>
    public static PolicyAnswers Without(string policy, PolicyError error) => Only(policy, Answer.Without(error));

    /// <summary>A policy that said nothing but this.</summary>
    public static PolicyAnswers Only(string policy, Answer answer) =>
        new() { Policy = policy, Passed = 0, NotApplicable = 0, Answers = [answer] };
}

/// <summary>What one policy said of one subject.</summary>
public sealed record Answer
{
    /// <summary>The environment's name; empty for what belongs to none.</summary>
    public required string Environment { get; init; }

    /// <summary>The object that the subject is or is part of, or null.</summary>
    public required ResourceReference? Resource { get; init; }

    /// <summary>What was judged, for people.</summary>
    public required string Subject { get; init; }

    /// <summary>Where it is written; null when a policy failed before it had a subject.</summary>
    public required Node? Place { get; init; }

    /// <summary>The answer; null when there is an error instead.</summary>
    public Verdict? Verdict { get; init; }

    public PolicyError? Error { get; init; }

    /// <summary>A policy that failed before it had a subject.</summary>
    public static Answer Without(PolicyError error) =>
        new() { Environment = "", Resource = null, Subject = "", Place = null, Error = error };
}
