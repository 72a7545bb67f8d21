using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Tests;

public class SeveralFixesTests
{
    private static readonly SourceFile Source = FixCase.SourceOf(
        "pod.yaml",
        """
        limits:
          cpu: 1
        drop: [A, B]

        """);

    [Fact]
    public void The_same_wish_of_two_policies_is_met_once()
    {
        FixedFile mended = FixRenderer.RenderAll(
            [
                Append(Source.Documents[0].Root["drop"], "ALL"),
                Append(Source.Documents[0].Root["drop"], "ALL"),
                Remove(Source.Documents[0].Root["drop"][0]),
                Remove(Source.Documents[0].Root["drop"][0]),
            ],
            Source);

        mended.Refused.ShouldBeEmpty();
        mended.Applied.Length.ShouldBe(4);
        mended.Text.ShouldBe("limits:\n  cpu: 1\ndrop: [B, ALL]\n");
    }

    [Fact]
    public void The_later_of_two_fixes_that_contradict_each_other_is_refused()
    {
        Node limits = Source.Documents[0].Root["limits"];

        FixedFile mended = FixRenderer.RenderAll(
            [Set(limits["cpu"], 2), Set(limits["cpu"], 3), Remove(limits), Set(limits["memory"], "1Gi")], Source);

        mended.Text.ShouldBe("limits:\n  cpu: 2\n  memory: 1Gi\ndrop: [A, B]\n");
        mended.Refused.Select(refused => refused.Reason).ShouldBe(
        [
            "it contradicts another fix, of limits.cpu",
            "it contradicts another fix, of limits.cpu",
        ]);
    }

    [Fact]
    public void One_unsafe_fix_does_not_hold_up_the_others()
    {
        Node root = Source.Documents[0].Root;

        FixedFile mended = FixRenderer.RenderAll([Set(root["drop.none"], 1), Set(root["limits.cpu"], 2)], Source);

        mended.Text.ShouldBe("limits:\n  cpu: 2\ndrop: [A, B]\n");
        mended.Refused.ShouldHaveSingleItem().Reason.ShouldBe("drop is not a mapping");
    }

    [Fact]
    public void A_value_cannot_write_more_than_itself()
    {
        FixValue value = new FixValue.Text("1\n  privileged: true", IsString: false);
        Fix fix = Set(Source.Documents[0].Root["limits.cpu"], value);

        FixRenderer.Render(fix, Source)
            .ShouldBe(new FixRendering.Unsafe("limits would not be read back as intended"));
    }

    [Fact]
    public void Deep_nesting_costs_no_more_than_its_length()
    {
        const int Depth = 190;
        string text = string.Concat(Enumerable.Repeat("- ", Depth)) + "a\n";
        Route place = new("deep.yaml", 0, [.. Enumerable.Repeat(Step.Item(0), Depth)]);

        FixRendering rendering = FixRenderer.Render(
            new(place, FixOperation.Set, "b"), FixCase.SourceOf("deep.yaml", text));

        TextEdits.Apply(text, rendering.ShouldBeOfType<FixRendering.Edited>().Edits)
            .ShouldBe(text.Replace('a', 'b'));
    }

    [Fact]
    public void A_fix_of_another_file_is_a_mistake_of_the_caller() =>
        Should.Throw<ArgumentException>(() =>
            FixRenderer.Render(new(new Route("other.yaml", 0, []), FixOperation.Remove, ""), Source));

    private static Fix Set(Node place, FixValue value) => new(place.Route, FixOperation.Set, value);

    private static Fix Append(Node place, FixValue value) => new(place.Route, FixOperation.Append, value);

    private static Fix Remove(Node place) => new(place.Route, FixOperation.Remove, "");
}
