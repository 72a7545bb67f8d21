using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Tests;

public class TextEditsTests
{
    private const string Text = "one: 1\ntwo: 2\n";

    [Fact]
    public void Edits_are_made_whatever_their_order() =>
        TextEdits.Apply(Text, [Edit(2, 6, 2, 7, "22"), Edit(1, 6, 1, 7, "11")]).ShouldBe("one: 11\ntwo: 22\n");

    [Fact]
    public void What_is_inserted_at_one_place_follows_in_the_order_given() =>
        TextEdits.Apply(Text, [Edit(1, 7, 1, 7, "\na"), Edit(1, 7, 1, 7, "\nb")]).ShouldBe("one: 1\na\nb\ntwo: 2\n");

    [Fact]
    public void A_byte_order_mark_counts_for_no_column() =>
        TextEdits.Apply('\uFEFF' + Text, [Edit(1, 1, 1, 4, "uno")]).ShouldBe("\uFEFFuno: 1\ntwo: 2\n");

    [Fact]
    public void Edits_of_the_same_characters_are_refused_by_name() =>
        Should.Throw<ArgumentException>(() => TextEdits.Apply(Text, [Edit(1, 1, 2, 1, ""), Edit(1, 6, 1, 7, "11")]))
            .Message.ShouldStartWith("two edits overlap: a.yaml:1:1-2:1 and a.yaml:1:6-1:7");

    private static TextEdit Edit(int startLine, int startColumn, int endLine, int endColumn, string replacement) =>
        new("a.yaml", new Span(startLine, startColumn, endLine, endColumn), replacement);
}
