using PolicyGate.Tests;

namespace PolicyGate.Doctor.Tests;

/// <summary>
/// Each directory under <c>cases/repositories</c> is a repository. <c>#~ id part of the problem</c> marks where
/// something is wrong in its files; what has no line of its own stands in <c>expected.txt</c> as <c>file id</c>.
/// </summary>
public sealed class RepositoryTests
{
    private const string Listing = "expected.txt";
    private static readonly string Cases = Repository.At("tests", "Doctor", "cases", "repositories");

    public static TheoryData<string> Directories =>
        [.. Directory.EnumerateDirectories(Cases).Select(directory => Path.GetFileName(directory)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Directories))]
    public void Diagnoses_stand_where_they_are_marked(string directory)
    {
        string root = Path.Combine(Cases, directory);
        string listing = Path.Combine(root, Listing);
        string[] unmarked = File.Exists(listing) ? File.ReadAllLines(listing) : [];

        Diagnosis[] found = [.. Examined.At(root).Diagnoses];

        found.Select(one => $"{one.Location.File} {one.Id}").Intersect(unmarked).ShouldBe(unmarked, ignoreOrder: true);
        ILookup<string, Diagnosis> marked = found
            .Where(one => !unmarked.Contains($"{one.Location.File} {one.Id}"))
            .ToLookup(one => one.Location.File);
        string[] files = [.. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(Listing, StringComparison.Ordinal))];
        foreach (string file in files)
        {
            string name = Path.GetRelativePath(root, file).Replace('\\', '/');
            Marks.ShouldBeMet(File.ReadAllText(file), marked[name].Select(one => (one.Location.Span.StartLine, $"{one.Id} {one.Problem}")));
        }

        marked.Select(one => one.Key).ShouldBeSubsetOf(files.Select(file => Path.GetRelativePath(root, file).Replace('\\', '/')));
    }

    [Theory]
    [InlineData("*", "policies/new.yaml", true)]
    [InlineData("/policies/", "policies/a/b.csx", true)]
    [InlineData("/policies", "policies/a/b.csx", true)]
    [InlineData("policies/", "other/policies/a.csx", true)]
    [InlineData("/policies/*", "policies/a.csx", true)]
    [InlineData("/policies/*", "policies/a/b.csx", false)]
    [InlineData("/policies/**", "policies/a/b.csx", true)]
    [InlineData("*.csx", "policies/a/b.csx", true)]
    [InlineData("**/a", "policies/a/b.csx", true)]
    [InlineData("/a/", "policies/a/b.csx", false)]
    [InlineData("/POLICIES/", "policies/a.csx", false)]
    [InlineData("policygate.yaml", "policygate.yaml", true)]
    [InlineData("policygate.yaml/", "policygate.yaml", false)]
    public void Patterns_of_owners_match_as_at_github(string pattern, string file, bool matches) =>
        Owners.OwnersLine.Parse($"{pattern} @someone", 0)!.Covers(file).ShouldBe(matches);
}
