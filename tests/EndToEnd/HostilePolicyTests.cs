namespace PolicyGate.Tests;

/// <summary>Policies that must not be run: an error at the line, naming what is refused.</summary>
public sealed class HostilePolicyRefusalTests
{
    public static TheoryData<string> Batches => HostileBatch.Names(expectation => expectation == "refused");

    [Theory]
    [MemberData(nameof(Batches))]
    public void Is_refused_before_it_runs(string batch) =>
        HostileRun.Problems(HostileBatch.Scripts(batch)).ShouldBeEmpty();
}

/// <summary>Policies that use up what there is, crash, or throw: an error with their name, and all others judged.</summary>
public sealed class HostilePolicyStopTests
{
    public static TheoryData<string> Batches =>
        HostileBatch.Names(expectation => expectation is "stopped" or "refused or stopped");

    [Theory]
    [MemberData(nameof(Batches))]
    public void Ends_with_a_report(string batch) =>
        HostileRun.Problems(HostileBatch.Scripts(batch)).ShouldBeEmpty();
}

/// <summary>Policies of which it is open what becomes of them: only what they do to others counts.</summary>
public sealed class HostilePolicyHarmTests
{
    public static TheoryData<string> Batches => HostileBatch.Names(expectation =>
        expectation.Contains("stopped", StringComparison.Ordinal) && expectation.Contains("judged", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Batches))]
    public void Does_no_harm(string batch) =>
        HostileRun.Problems(HostileBatch.Scripts(batch)).ShouldBeEmpty();
}

/// <summary>Policies that may be judged: then the same whatever is around them, and their texts are only texts.</summary>
public sealed class HostilePolicyJudgementTests
{
    public static TheoryData<string> Batches =>
        HostileBatch.Names(expectation => expectation is "judged" or "refused or judged");

    [Theory]
    [MemberData(nameof(Batches))]
    public void Does_nothing_and_is_judged_the_same_elsewhere(string batch) =>
        HostileRun.ProblemsAndDifferences(HostileBatch.Scripts(batch)).ShouldBeEmpty();
}

/// <summary>Sound policies whose profile gives what they do not take: a mistake of the user's, told before anything is judged.</summary>
public sealed class HostileProfileTests
{
    public static TheoryData<string> Batches => HostileBatch.Names(expectation => expectation == "mistaken");

    [Theory]
    [MemberData(nameof(Batches))]
    public void Is_told_which_parameter_is_wrong(string batch) =>
        HostileRun.UntoldMistakes(HostileBatch.Scripts(batch)).ShouldBeEmpty();
}
