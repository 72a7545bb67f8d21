using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Assessments;

/// <summary>What is taken of the answers that a policy may give to do harm, or by mistake.</summary>
public sealed class VerdictLimitsTests
{
    private static readonly Node Subject =
        YamlReader.Read("pod.yaml", "kind: Pod\nspec: { paused: true }\n", LoadLimits.Default).Documents.Single().Root;

    [Fact]
    public void A_verdict_within_the_limits_is_the_same()
    {
        Fix fix = new(Subject["spec.paused"].Route, FixOperation.Set, false);
        foreach (Verdict verdict in (Verdict[])[
            Verdict.Pass([Subject]),
            Verdict.NotApplicable("no pod"),
            Verdict.Fail(new(Subject["spec"], "is wrong", fix)),
            Several(VerdictLimits.MostProblems)])
        {
            VerdictLimits.Apply(verdict, Subject).ShouldBeSameAs(verdict);
        }
    }

    [Fact]
    public void Problems_beyond_the_limit_are_counted()
    {
        Verdict limited = VerdictLimits.Apply(Several(1_234), Subject);
        limited.Outcome.ShouldBe(Outcome.Fail);
        limited.Problems.Length.ShouldBe(100);
        limited.Problems[98].Message.ShouldBe("problem 98");
        limited.Problems[99].Message.ShouldBe("1,135 more problems are not shown; the first: problem 99");
        limited.Seen.Length.ShouldBe(100);
    }

    [Fact]
    public void Evidence_beyond_the_limit_is_counted_in_the_reason()
    {
        ImmutableArray<Node> seen = [.. Enumerable.Repeat(Subject, 1_100)];
        VerdictLimits.Apply(Verdict.Pass(seen), Subject).Reason.ShouldBe("(1,000 more places were seen)");
        Verdict reasoned = VerdictLimits.Apply(Verdict.Pass(seen, new string('r', 5_000)), Subject);
        reasoned.Seen.Length.ShouldBe(100);
        reasoned.Reason.Length.ShouldBeLessThanOrEqualTo(PolicyText.LongestMessage);
        reasoned.Reason.ShouldEndWith("more characters) (1,000 more places were seen)");
    }

    [Fact]
    public void What_a_policy_left_out_is_mended_and_still_fails()
    {
        Problem nameless = VerdictLimits.Apply(Verdict.Fail(new(null!, null!, null), [null!]), Subject).Problems.Single();
        nameless.ShouldBe(new Problem(Subject, "(no message)", null));
        VerdictLimits.Apply(Verdict.Fail(null!, default), Subject).Problems.Single().Place.ShouldBe(Subject);
        Verdict pass = VerdictLimits.Apply(Verdict.Pass(default, null!), Subject);
        pass.Seen.ShouldBeEmpty();
        pass.Reason.ShouldBe("");
        VerdictLimits.Apply(Verdict.NotApplicable(null!), Subject).Reason.ShouldBe("");
    }

    [Fact]
    public void A_reason_is_cut() =>
        VerdictLimits.Apply(Verdict.NotApplicable(new string('r', 3_000)), Subject).Reason.Length.ShouldBe(2_000);

    public static TheoryData<string> UnsoundFixes => [.. Unsound.Keys];

    private static Dictionary<string, Fix> Unsound { get; } = new()
    {
        ["no value"] = Setting(null!),
        ["no place"] = new(null!, FixOperation.Set, "x"),
        ["no way"] = new(new Route("pod.yaml", 0, default), FixOperation.Set, "x"),
        ["no file"] = new(new Route(null!, 0, []), FixOperation.Set, "x"),
        ["no operation"] = new(Subject.Route, (FixOperation)7, "x"),
        ["no text"] = Setting(new FixValue.Text(null!, IsString: true)),
        ["no items"] = Setting(new FixValue.List(default)),
        ["no item"] = Setting(new FixValue.List([null!])),
        ["no fields"] = Setting(new FixValue.Map(default)),
        ["no key"] = Setting(new FixValue.Map([new(null!, "x")])),
        ["a long text"] = Setting(new string('x', 10_001)),
        ["a long way"] = new(Subject[new string('x', 10_001)].Route, FixOperation.Remove, ""),
        ["many items"] = Setting(new FixValue.List([.. Enumerable.Repeat((FixValue)"", 10_001)])),
        ["deep lists"] = Setting(Deep(100_000)),
        ["edits of its own"] = Setting("x") with { Edits = [new TextEdit("other.yaml", Span.Start, "x")] },
        ["no edits"] = Setting("x") with { Edits = default },
    };

    [Theory]
    [MemberData(nameof(UnsoundFixes))]
    public void A_fix_that_is_broken_or_too_large_is_left_out_and_said(string fix)
    {
        Problem problem = VerdictLimits.Apply(Verdict.Fail(new(Subject, "is wrong", Unsound[fix])), Subject).Problems.Single();
        problem.Fix.ShouldBeNull();
        problem.Message.ShouldStartWith("(its fix is left out: ");
        problem.Message.ShouldEndWith(" is wrong");
    }

    private static Verdict Several(int number) => Verdict.All(
        Enumerable.Range(0, number).Select(index => Verdict.Fail(new(Subject, $"problem {index}", null))), "none");

    private static Fix Setting(FixValue value) => new(Subject["spec.paused"].Route, FixOperation.Set, value);

    private static FixValue Deep(int depth)
    {
        FixValue value = "x";
        for (int level = 0; level < depth; level++)
        {
            value = new FixValue.List([value]);
        }

        return value;
    }
}
