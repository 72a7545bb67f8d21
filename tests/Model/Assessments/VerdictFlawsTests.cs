using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Assessments;

public sealed class VerdictFlawsTests
{
    private static readonly Node Place = YamlReader.Read("pod.yaml", "kind: Pod\n", LoadLimits.Default).Documents.Single().Root;

    private static Dictionary<string, Verdict> Flawed { get; } = new()
    {
        ["no problem"] = Verdict.From(Outcome.Fail, [Place], [], ""),
        ["problems that are no list"] = Verdict.From(Outcome.Fail, [Place], default, ""),
        ["a problem that is nothing"] = Verdict.From(Outcome.Fail, [Place], [null!], ""),
        ["a problem at no place"] = Verdict.Fail(new(null!, "is wrong", null), [Place]),
        ["a failure that has seen nothing"] = Verdict.Fail(new(Place, "is wrong", null), [null!]),
        ["evidence that is no list"] = Verdict.Fail(new(Place, "is wrong", null), default),
        ["a pass on nothing"] = Verdict.Pass([]),
        ["a pass on no list"] = Verdict.Pass(default),
        ["a pass on nothing among others"] = Verdict.Pass([Place, null!]),
    };

    public static TheoryData<string> Flaws => [.. Flawed.Keys];

    [Theory]
    [MemberData(nameof(Flaws))]
    public void A_verdict_that_nobody_can_check_is_a_mistake(string flaw) => VerdictFlaws.Of(Flawed[flaw]).ShouldNotBeNull();

    [Fact]
    public void What_a_policy_says_at_a_place_is_none()
    {
        VerdictFlaws.Of(Verdict.Pass([Place])).ShouldBeNull();
        VerdictFlaws.Of(Verdict.Pass([Place["missing"]])).ShouldBeNull();
        VerdictFlaws.Of(Verdict.Fail(new(Place, null!, null))).ShouldBeNull();
        VerdictFlaws.Of(Verdict.Fail(new(Place, "must not be shown", null), [])).ShouldBeNull();
        VerdictFlaws.Of(Verdict.NotApplicable(null!)).ShouldBeNull();
    }
}
