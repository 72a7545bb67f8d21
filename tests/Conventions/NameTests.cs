using System.Text.RegularExpressions;

namespace PolicyGate.Tests;

/// <summary>Names say what a thing is; these say nothing.</summary>
public sealed partial class NameTests
{
    [GeneratedRegex("(Helper|Helpers|Utils|Util|Manager|Common|Base|Info|Impl)$")]
    private static partial Regex EmptyWord();

    [Fact]
    public void No_file_has_a_name_that_says_nothing() =>
        Repository.Files("*.cs")
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Where(path => EmptyWord().IsMatch(Path.GetFileNameWithoutExtension(path)))
            .ShouldBeEmpty();

    [Fact]
    public void No_source_file_is_longer_than_a_reader_wants() =>
        Repository.Files("*.cs")
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .Where(path => File.ReadLines(Repository.At(path)).Count() > 300)
            .ShouldBeEmpty();

    /// <summary>A release build writes other paths into the program than those of the machine.</summary>
    [Fact]
    public void No_test_finds_its_files_by_the_path_it_was_compiled_from() =>
        Repository.Files("*.cs")
            .Where(path => path.StartsWith("tests/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(Repository.At(path)).Contains("[Caller" + "FilePath]", StringComparison.Ordinal))
            .ShouldBeEmpty();
}
