using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Report.GitHub;
using PolicyGate.Texts;

namespace PolicyGate.Report.Tests;

public class WorkflowCommandTests
{
    [Theory]
    [MemberData(nameof(HostileText.Texts), MemberType = typeof(HostileText))]
    public void The_runner_gives_the_visible_text_back(string text)
    {
        string visible = GuardedLines.BreakCommands(VisibleText.Line(text));
        RunnerCommand command = RunnerCommands.In(Rendering.Render("github", Sample.Holding(text)))[0];
        command.Data.Split('\n')[0].ShouldBe(visible);
        command.Properties["file"].ShouldBe(visible);
        command.Properties["line"].ShouldBe("3");
        command.Properties["title"].ShouldBe($"{visible} (high)");
    }

    [Fact]
    public void Only_as_many_as_the_runner_keeps_are_written_and_the_last_says_so()
    {
        IEnumerable<Finding> findings = Enum.GetValues<Severity>()
            .SelectMany(severity => Enumerable.Repeat(Sample.Finding(severity), 12));
        IReadOnlyList<RunnerCommand> commands = RunnerCommands.In(Rendering.Render("github", Sample.Of(findings)));
        // Nine errors: the runner adds one of its own when the step fails.
        commands.CountBy(command => command.Name).ShouldBe(
            [new("error", 9), new("warning", 10), new("notice", 10)]);
        commands.Take(9).ShouldAllBe(command => command.Properties["title"].EndsWith("(critical)"));
        commands[^1].Data.ShouldContain("28 of 48 findings shown here");
    }

    [Fact]
    public void A_message_longer_than_the_runner_keeps_is_cut_visibly()
    {
        Finding finding = Sample.Finding(Severity.High) with { Message = new string('x', 9_000) };
        RunnerCommand command = RunnerCommands.In(Rendering.Render("github", Sample.Of([finding])))[0];
        command.Data.Length.ShouldBe(WorkflowCommandReport.MessageLength);
        command.Data.ShouldEndWith("(cut)");
    }
}
