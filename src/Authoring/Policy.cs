using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

namespace PolicyGate.Authoring;

/// <summary>
/// A requirement: literal metadata, who is judged, and one pure total function from a subject to a verdict. Leaving out
/// any of it is a compile error.
/// </summary>
/// <typeparam name="TSubject">What is judged.</typeparam>
/// <typeparam name="TParameters">A record of settings with defaults; profiles may set them.</typeparam>
public sealed class Policy<TSubject, TParameters> : Policy
    where TSubject : Subject
    where TParameters : class, new()
{
    /// <summary>All that is judged. The gate asks once for the whole estate.</summary>
    public required Func<Estate, IEnumerable<TSubject>> Subjects { get; init; }

    /// <summary>The verdict. It must answer for every subject and depend on nothing but its arguments.</summary>
    public required Func<TSubject, TParameters, Verdict> Evaluate { get; init; }

    public override Type ParametersType => typeof(TParameters);

    public override IEnumerable<Subject> SubjectsIn(Estate estate) => Subjects(estate);

    public override Verdict Judge(Subject subject, object? parameters) =>
        Evaluate((TSubject)subject, (TParameters)parameters!);
}

/// <summary>A requirement without parameters.</summary>
/// <typeparam name="TSubject">What is judged.</typeparam>
public sealed class Policy<TSubject> : Policy
    where TSubject : Subject
{
    /// <inheritdoc cref="Policy{TSubject, TParameters}.Subjects"/>
    public required Func<Estate, IEnumerable<TSubject>> Subjects { get; init; }

    /// <inheritdoc cref="Policy{TSubject, TParameters}.Evaluate"/>
    public required Func<TSubject, Verdict> Evaluate { get; init; }

    public override Type? ParametersType => null;

    public override IEnumerable<Subject> SubjectsIn(Estate estate) => Subjects(estate);

    public override Verdict Judge(Subject subject, object? parameters) => Evaluate((TSubject)subject);
}

/// <summary>What every policy says of itself, and how the gate runs it.</summary>
public abstract class Policy
{
    private protected Policy()
    {
    }

    /// <summary>What holds when all is well, as a sentence: <c>Containers declare a memory limit</c>.</summary>
    public required string Title { get; init; }

    public required Severity Severity { get; init; }

    /// <summary>The clauses of outside standards that it serves.</summary>
    public required ImmutableArray<Control> Controls { get; init; }

    /// <summary>What to do about a finding, in one or two sentences.</summary>
    public required string Remediation { get; init; }

    /// <summary>The record of its parameters, or null when it has none.</summary>
    public abstract Type? ParametersType { get; }

    public abstract IEnumerable<Subject> SubjectsIn(Estate estate);

    public abstract Verdict Judge(Subject subject, object? parameters);
}
