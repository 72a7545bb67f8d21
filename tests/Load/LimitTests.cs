using System.Diagnostics;
using System.Text;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Tests;

/// <summary>Files that cost more than a manifest may end in a finding, and soon.</summary>
public class LimitTests
{
    // A hundred times what the reading takes on a slow machine would still be far from what these files could cost.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(5);

    public static TheoryData<string, string> DeepTexts => new()
    {
        { "brackets", Repeat("[", 100_000) },
        { "braces", Repeat("{a: ", 100_000) },
        { "dashes", Repeat("- ", 100_000) },
        { "questions", Repeat("? ", 100_000) },
        { "lines", string.Concat(Enumerable.Range(0, 3_000).Select(depth => new string(' ', depth) + "a:\n")) },
    };

    [Theory]
    [MemberData(nameof(DeepTexts))]
    public void Depth(string what, string text)
    {
        what.ShouldNotBeEmpty();
        Stopwatch watch = Stopwatch.StartNew();
        LoadProblem problem = Read(text).Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBeOneOf("load/limit", "load/yaml-syntax");
        problem.Outcome.ShouldBe(Outcome.Error);
        watch.Elapsed.ShouldBeLessThan(Soon);
    }

    [Fact]
    public void Billion_laughs()
    {
        StringBuilder text = new("a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n");
        for (int level = 1; level < 10; level++)
        {
            string alias = $"*a{level - 1}";
            text.Append($"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat(alias, 10))}]\n");
        }

        long before = GC.GetAllocatedBytesForCurrentThread();
        Stopwatch watch = Stopwatch.StartNew();
        LoadProblem problem = Read(text.ToString()).Problems.ShouldHaveSingleItem();
        watch.Elapsed.ShouldBeLessThan(Soon);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200 * 1024 * 1024);
        problem.Id.ShouldBe("load/limit");
        problem.Message.ShouldContain("Aliases repeat");
    }

    [Fact]
    public void Quotes_that_are_not_indented()
    {
        string text = "a:\n" + Repeat("  - \"x\n\n\n\n\ny\"\n", 20_000);
        Stopwatch watch = Stopwatch.StartNew();
        Read(text).Problems.ShouldHaveSingleItem().Id.ShouldBe("load/yaml-syntax");
        watch.Elapsed.ShouldBeLessThan(Soon);
    }

    [Fact]
    public void Merge_keys_that_multiply()
    {
        StringBuilder text = new("a0: &a0 { k: v }\n");
        for (int level = 1; level < 40; level++)
        {
            text.Append($"a{level}: &a{level} {{ x: [*a{level - 1}, *a{level - 1}], <<: *a{level - 1} }}\n");
        }

        Read(text.ToString()).Problems.Select(problem => problem.Id).ShouldContain("load/limit");
    }

    [Fact]
    public void Long_texts_by_aliases()
    {
        string text = "first: &long " + Repeat("x", 100) + "\nlist: &list [*long]\nsecond: *list\nthird: *long\n";
        Read(text, new() { AliasedText = 250 }).Problems.ShouldHaveSingleItem()
            .Message.ShouldBe("Aliases repeat more than 250 characters.");
        Read(text, new() { AliasedText = 300 }).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Depth_by_aliases()
    {
        StringBuilder text = new("- &a0 x\n");
        for (int level = 1; level < 100; level++)
        {
            text.Append($"- &a{level} [*a{level - 1}]\n");
        }

        Read(text.ToString(), new() { Depth = 50 }).Problems.ShouldHaveSingleItem().Message.ShouldContain("With its aliases followed");
    }

    [Fact]
    public void Aliases_that_Kubernetes_reads_are_read()
    {
        string text = "base: &base { a: 1, b: 2, c: 3 }\n"
            + string.Concat(Enumerable.Range(0, 1_000).Select(number => $"copy{number}: *base\n"));
        Read(text).Problems.ShouldBeEmpty();
    }

    [Fact]
    public void Nodes() =>
        Read("[" + Repeat("a,", 50) + "]", new() { Nodes = 20 }).Problems.ShouldHaveSingleItem()
            .Message.ShouldBe("The file has more than 20 values.");

    [Fact]
    public void Fields() =>
        Read("{a: 1, b: 2, c: 3}", new() { Fields = 2 }).Problems.ShouldHaveSingleItem()
            .Message.ShouldBe("A mapping has more than 2 fields.");

    [Fact]
    public void Scalars() =>
        Read("a: bcdef", new() { ScalarLength = 4 }).Problems.ShouldHaveSingleItem()
            .Message.ShouldBe("A scalar is longer than 4 characters.");

    public static TheoryData<string, string> LongTexts => new()
    {
        { "quoted", "a: \"" + Repeat("x", 15_000_000) + "\"" },
        { "plain", "a: " + Repeat("x ", 7_500_000) },
        { "key", Repeat("k", 15_000_000) + ": a" },
        { "anchor", "a: &" + Repeat("x", 15_000_000) + " b" },
        { "comment", "a: b #" + Repeat("x", 15_000_000) },
    };

    [Theory]
    [MemberData(nameof(LongTexts))]
    public void Text_that_the_parser_would_hold_several_times_over(string what, string text)
    {
        what.ShouldNotBeEmpty();
        long before = GC.GetAllocatedBytesForCurrentThread();
        LoadProblem problem = Read(text).Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe("load/limit");
        problem.Location.Span.StartLine.ShouldBe(1);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200 * 1024 * 1024);
    }

    [Fact]
    public void Problems()
    {
        YamlFile file = Read("{a: 1, a: 2, a: 3, a: 4, a: 5}", new() { Problems = 2 });
        file.Problems.Select(problem => problem.Id)
            .ShouldBe(["load/duplicate-key", "load/duplicate-key", "load/limit"]);
    }

    [Fact]
    public void Bytes()
    {
        using Scratch scratch = new();
        scratch.Write("big.yaml", "# " + Repeat("x", 2 * 1024 * 1024));
        LoadOptions options = new() { Root = scratch.Root, Paths = ["."], Limits = new() { FileBytes = 1024 * 1024 } };
        LoadProblem problem = Loader.Collect(options).Problems.ShouldHaveSingleItem();
        problem.Id.ShouldBe("load/limit");
        problem.Message.ShouldBe("The file is larger than 1 MiB.");
    }

    private static YamlFile Read(string text, LoadLimits? limits = null) =>
        YamlReader.Read("test.yaml", text, limits ?? LoadLimits.Default);

    private static string Repeat(string text, int count) => new StringBuilder().Insert(0, text, count).ToString();
}
