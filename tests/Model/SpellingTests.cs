namespace PolicyGate.Model.Tests;

public sealed class SpellingTests
{
    private static readonly string[] Fields = ["isolation", "data", "class", "entity", "recovery", "rto", "rpo"];

    [Theory]
    [InlineData("isolaton", "isolation")]
    [InlineData("isolatoin", "isolation")]
    [InlineData("Isolation", "isolation")]
    [InlineData("izolattion", "isolation")]
    [InlineData("clas", "class")]
    [InlineData("recvery", "recovery")]
    [InlineData("rt", "rto")]
    [InlineData("rop", "rpo")]
    public void Finds_what_was_meant(string written, string meant) =>
        Spelling.Nearest(written, Fields).ShouldBe(meant);

    [Theory]
    [InlineData("tier")]
    [InlineData("date-of-birth")]
    [InlineData("")]
    [InlineData("ab")]
    public void Does_not_guess(string written) => Spelling.Nearest(written, Fields).ShouldBeNull();

    [Fact]
    public void Does_not_look_at_words_of_no_reasonable_length() =>
        Spelling.Nearest(new string('a', 65), [new string('a', 65)]).ShouldBeNull();
}
