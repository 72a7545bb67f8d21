using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Changes;

/// <summary>What is known of a change, and what is not.</summary>
public sealed class ChangeTests
{
    private const string Head = "1111111111111111111111111111111111111111";

    [Fact]
    public void An_estate_without_facts_has_no_change() => new Estate([]).Changes.ShouldBeEmpty();

    [Theory]
    [InlineData("reviews: { unknown: the token may not }", "`reviews` of the change is not known: the token may not")]
    [InlineData("draft: false", "`reviews` of the change is not known: the facts do not hold it")]
    public void What_could_not_be_collected_gives_no_answer(string spec, string message) =>
        Should.Throw<UnknownFactException>(() => ChangeOf.Facts($"head: {{ ref: t, sha: '{Head}' }}\n{spec}").Reviews).Message.ShouldBe(message);

    [Fact]
    public void Findings_about_a_change_have_no_line()
    {
        Location place = ChangeOf.Facts("labels: [a]")["spec.labels[0]"].Location;

        place.ShouldBe(new Location("", "spec.labels[0]", Span.Start));
    }

    [Fact]
    public void What_people_chose_is_made_visible() =>
        ChangeOf.Facts("""labels: ["a\u202Eb"]""").Labels.ShouldBe(["a\\u{202E}b"]);

    /// <summary>JSON may write a character beyond the first 65,536 as two escapes.</summary>
    [Fact]
    public void Two_escapes_are_one_character() =>
        ChangeOf.Facts("""labels: ["a\uD83D\uDE91", "b🚑"]""").Labels.ShouldBe(["a🚑", "b🚑"]);

    [Theory]
    [InlineData("Europe/Berlin", "2026-11-21 20:00")]
    [InlineData("America/St_Johns", "2026-11-21 15:30")]
    [InlineData("UTC", "2026-11-21 19:00")]
    public void Clocks_are_those_of_the_facts(string zone, string local) =>
        ChangeOf.Facts(
            """
            instant: "2026-11-21T19:00:00Z"
            zones: [{ offset: "+01:00", names: [Europe/Berlin] }, { offset: "-03:30", names: [America/St_Johns] }]
            """).LocalTime(zone).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture).ShouldBe(local);

    [Fact]
    public void A_zone_that_the_facts_do_not_name_is_unknown() =>
        Should.Throw<UnknownFactException>(() => ChangeOf.Facts("instant: 2026-11-21T19:00:00Z\nzones: []").LocalTime("Europe/Berlin"));

    [Theory]
    [InlineData("erp-cab", "carol")]
    [InlineData("@Octo/ERP-CAB", "carol")]
    [InlineData("@bob", "bob")]
    [InlineData("bob", "bob")]
    [InlineData("@dora", "")]
    [InlineData("unread", "?who is in the team octo/unread is not known: 403")]
    [InlineData("other/erp-cab", "?whether other/erp-cab is a team, and who is in it is not known: it was not asked for; collect the facts with --team other/erp-cab")]
    public void A_name_is_a_team_where_the_facts_have_one(string name, string found)
    {
        Change change = ChangeOf.Facts($$"""
            repository: octo/platform
            head: { ref: t, sha: "{{Head}}" }
            teams: [{ team: octo/erp-cab, members: [Carol] }, { team: octo/unread, members: { unknown: "403" } }]
            reviews:
              - { reviewer: { login: erp-cab }, state: approved, commit: "{{Head}}", outdated: false, mayApprove: true }
              - { reviewer: { login: carol }, state: approved, commit: "{{Head}}", outdated: false, mayApprove: true }
              - { reviewer: { login: bob }, state: approved, commit: "{{Head}}", outdated: false, mayApprove: true }
            """);

        Answer(() => change.FirstBy([name], change.Approvals)).ShouldBe(found);
    }

    [Fact]
    public void Whether_somebody_may_approve_can_be_unknown()
    {
        Change change = ChangeOf.Facts($$"""
            repository: octo/platform
            head: { ref: t, sha: "{{Head}}" }
            teams: [{ team: octo/erp-cab, members: [carol] }]
            reviews: [{ reviewer: { login: carol }, state: approved, commit: "{{Head}}", outdated: false, mayApprove: { unknown: "403" } }]
            """);

        Answer(() => change.FirstBy(["erp-cab"], change.Approvals)).ShouldBe("?whether carol may approve is not known: 403");
    }

    private static string Answer(Func<Review?> ask)
    {
        try
        {
            return ask()?.Reviewer.Login ?? "";
        }
        catch (UnknownFactException unknown)
        {
            return $"?{unknown.Message}";
        }
    }
}
