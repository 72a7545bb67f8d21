using PolicyGate.Tests;

namespace PolicyGate.Fixing.Tests;

/// <summary>The cases in <c>diffs</c>: a text <c>before</c> and <c>after</c>, and what a reviewer is shown.</summary>
public class DiffTests
{
    private static readonly string Root = Repository.At("tests", "Fix", "diffs");

    public static TheoryData<string> All =>
        [.. Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path))];

    [Theory]
    [MemberData(nameof(All))]
    public void Changes_are_shown_as_a_unified_diff(string name)
    {
        string[] texts = [.. new[] { "before.yaml", "after.yaml", "expected.diff" }
            .Select(file => File.ReadAllText(Path.Combine(Root, name, file)))];

        Diff.Unified("base/odoo.yaml", texts[0], texts[1]).ShouldBe(texts[2]);
    }

    [Fact]
    public void No_change_is_shown_as_nothing() => Diff.Unified("a.yaml", "a: 1\n", "a: 1\n").ShouldBeEmpty();
}
