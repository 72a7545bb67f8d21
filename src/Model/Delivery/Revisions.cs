using System.Buffers;
using System.Text.RegularExpressions;

namespace PolicyGate.Model.Delivery;

/// <summary>What the form of a revision tells.</summary>
internal static partial class Revisions
{
    private static readonly SearchValues<char> RangeCharacters = SearchValues.Create("*^~<>=| ");

    private const RegexOptions Careful = RegexOptions.CultureInvariant | RegexOptions.NonBacktracking;

    /// <summary>Seven digits at least, as Git abbreviates.</summary>
    public static bool IsCommit(string text) => Commit().IsMatch(text);

    public static bool IsDigest(string text) => Digest().IsMatch(text);

    /// <summary>https://semver.org, with or without the <c>v</c>; no range and no wildcard.</summary>
    public static bool IsVersion(string text) => Version().IsMatch(text.Trim().TrimStart('=').Trim());

    /// <summary>
    /// Written as one (<c>refs/tags/…</c>), or three numbers in a row, as in versions and dates, or <c>v</c> and two. A mere
    /// <c>17.0</c> is how Odoo and others call branches.
    /// </summary>
    public static bool IsTag(string text) =>
        !text.StartsWith("refs/heads/", StringComparison.Ordinal)
        && !text.AsSpan().ContainsAny(RangeCharacters)
        && !Placeholder().IsMatch(text)
        && ((text.StartsWith("refs/tags/", StringComparison.Ordinal) && text.Length > "refs/tags/".Length) || Tag().IsMatch(text));

    [GeneratedRegex("^([0-9a-f]{7,64}|[0-9a-f]{7,40}\\s*)$", Careful | RegexOptions.IgnoreCase)]
    private static partial Regex Commit();

    [GeneratedRegex("^(@)?sha256:[0-9a-f]{64}$", Careful)]
    private static partial Regex Digest();

    [GeneratedRegex(@"^v?[0-9]+\.[0-9]+\.[0-9]+(-[0-9A-Za-z.-]+)?(\+[0-9A-Za-z.-]+)?$", Careful)]
    private static partial Regex Version();

    /// <summary>A part that is left open: <c>1.2.x</c>.</summary>
    [GeneratedRegex(@"(^|[.])[xX]([.]|$)", Careful)]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"(^|[^0-9])[0-9]+[.-][0-9]+[.-][0-9]+([^0-9]|$)|^v[0-9]+\.[0-9]+$|(^|[^0-9])20[0-9]{6}([^0-9]|$)", Careful)]
    private static partial Regex Tag();
}
