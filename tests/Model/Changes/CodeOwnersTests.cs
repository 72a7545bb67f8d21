using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Tests.Changes;

/// <summary>Whom a CODEOWNERS file means: the examples of GitHub's page, and what it says of the rest.</summary>
public sealed class CodeOwnersTests
{
    [Theory]
    [InlineData("*", "README.md", true)]
    [InlineData("*", "deep/down/file", true)]
    [InlineData("*.js", "app.js", true)]
    [InlineData("*.js", "src/lib/app.js", true)]
    [InlineData("*.js", "app.jsx", false)]
    [InlineData("/build/logs/", "build/logs/today/a.log", true)]
    [InlineData("/build/logs/", "src/build/logs/a.log", false)]
    [InlineData("/build/logs/", "build/logs", false)]
    [InlineData("docs/*", "docs/getting-started.md", true)]
    [InlineData("docs/*", "docs/build-app/troubleshooting.md", false)]
    [InlineData("docs/*", "src/docs/a.md", false)]
    [InlineData("apps/", "src/apps/web/main.cs", true)]
    [InlineData("apps/", "apps/main.cs", true)]
    [InlineData("/docs/", "docs/a/b.md", true)]
    [InlineData("/scripts/", "scripts", false)]
    [InlineData("**/logs", "deeply/nested/logs/a.log", true)]
    [InlineData("**/logs", "logs", true)]
    [InlineData("**/logs", "build/dialogs", false)]
    [InlineData("/apps/github", "apps/github/a/b", true)]
    [InlineData("/apps/github", "apps/github2", false)]
    [InlineData("a/**/b", "a/b", true)]
    [InlineData("a/**/b", "a/x/y/b", true)]
    [InlineData("a/**", "a", false)]
    [InlineData("**", "a/b", true)]
    [InlineData("odoo.?aml", "erp/odoo.yaml", true)]
    [InlineData("odoo.?aml", "erp/odoo.aml", false)]
    [InlineData("Odoo.yaml", "odoo.yaml", false)]
    [InlineData(@"with\ space.yaml", "erp/with space.yaml", true)]
    public void A_pattern_is_that_of_gitignore_as_GitHub_reads_it(string pattern, string path, bool matches) =>
        (OwnersOf($"{pattern} @alice", path).Length > 0).ShouldBe(matches);

    [Theory]
    [InlineData("* @all\n/erp/ @octo/cab", "erp/odoo.yaml", "@octo/cab")]
    [InlineData("/erp/ @octo/cab\n* @all", "erp/odoo.yaml", "@all")]
    [InlineData("/erp/ @octo/cab\n/erp/docs", "erp/docs/a.md", "")]
    [InlineData("/erp/ @octo/cab # the board\r\n", "erp/a", "@octo/cab")]
    [InlineData("* @a docs@example.com\t@b", "x", "@a docs@example.com @b")]
    [InlineData("* @a\n!erp @b\n[e]rp @b\n\\#x @b\n* nobody\n* @a @", "erp/a", "@a")]
    [InlineData("# * @a\n\n   \n", "a", "")]
    public void The_last_line_that_matches_decides_and_wrong_lines_are_skipped(string text, string path, string owners) =>
        string.Join(' ', OwnersOf(text, path)).ShouldBe(owners);

    /// <summary>Matching that tries every way to divide a path would not come back from this.</summary>
    [Fact(Timeout = 20_000)]
    public async Task A_hostile_pattern_takes_no_time()
    {
        string pattern = string.Concat(Enumerable.Repeat("**/*a*a*a*a*a*a*b/", 200)) + "end";
        string path = string.Concat(Enumerable.Repeat("aaaaaaaaaaaaaaaaaaaa/", 200)) + "end";
        (await Task.Run(() => OwnersOf($"{pattern} @alice", path).Length)).ShouldBe(0);
    }

    [Theory]
    [InlineData("Sat 20:00-24:00 UTC", "2026-11-21T20:00:00", true)]
    [InlineData("Sat 20:00-24:00 UTC", "2026-11-22T00:00:00", false)]
    [InlineData("Sat 20:00-24:00 UTC", "2026-11-20T21:00:00", false)]
    [InlineData("Sun 22:00-04:00 UTC", "2026-11-23T03:59:59", true)]
    [InlineData("Sun 22:00-04:00 UTC", "2026-11-23T04:00:00", false)]
    [InlineData("Mon 22:00-04:00 UTC", "2026-11-23T03:00:00", false)]
    public void A_window_is_open_from_its_start_to_before_its_end(string text, string local, bool isOpen)
    {
        ChangeWindow.TryParse(text, out ChangeWindow? window).ShouldBeTrue();
        window.IsOpenAt(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture)).ShouldBe(isOpen);
    }

    private static string[] OwnersOf(string text, string path)
    {
        IEnumerable<string> rules = CodeOwnerRule.Parse(text).Select(rule =>
            $"{{ pattern: {Quoted(rule.Pattern)}, owners: [{string.Join(", ", rule.Owners.Select(Quoted))}] }}");
        Change change = ChangeOf.Facts($"codeOwners: {{ file: CODEOWNERS, rules: [{string.Join(", ", rules)}] }}");
        return [.. change.CodeOwners.OwnersOf(path)];
    }

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
