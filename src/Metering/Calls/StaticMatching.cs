using System.Text.RegularExpressions;

namespace PolicyGate.Metering;

/// <summary>The static methods of regular expressions; see <see cref="Matching"/>.</summary>
public static class StaticMatching
{
    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.String,System.String)")]
    public static bool IsMatch(string input, string pattern) =>
        Matching.IsMatch(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.String,System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static bool IsMatch(string input, string pattern, RegexOptions options) =>
        Matching.IsMatch(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.ReadOnlySpan{System.Char},System.String)")]
    public static bool IsMatch(ReadOnlySpan<char> input, string pattern) =>
        Matching.IsMatch(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.ReadOnlySpan{System.Char},System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static bool IsMatch(ReadOnlySpan<char> input, string pattern, RegexOptions options) =>
        Matching.IsMatch(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Match(System.String,System.String)")]
    public static Match Match(string input, string pattern) =>
        Matching.Match(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Match(System.String,System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static Match Match(string input, string pattern, RegexOptions options) =>
        Matching.Match(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Matches(System.String,System.String)")]
    public static MatchCollection Matches(string input, string pattern) =>
        Matching.Matches(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Matches(System.String,System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static MatchCollection Matches(string input, string pattern, RegexOptions options) =>
        Matching.Matches(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Count(System.String,System.String)")]
    public static int Count(string input, string pattern) =>
        Matching.Count(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Count(System.String,System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static int Count(string input, string pattern, RegexOptions options) =>
        Matching.Count(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Count(System.ReadOnlySpan{System.Char},System.String)")]
    public static int Count(ReadOnlySpan<char> input, string pattern) =>
        Matching.Count(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Count(System.ReadOnlySpan{System.Char},System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static int Count(ReadOnlySpan<char> input, string pattern, RegexOptions options) =>
        Matching.Count(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.EnumerateMatches(System.ReadOnlySpan{System.Char},System.String)")]
    public static Regex.ValueMatchEnumerator EnumerateMatches(ReadOnlySpan<char> input, string pattern) =>
        Matching.EnumerateMatches(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.EnumerateMatches(System.ReadOnlySpan{System.Char},System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static Regex.ValueMatchEnumerator EnumerateMatches(ReadOnlySpan<char> input, string pattern, RegexOptions options) =>
        Matching.EnumerateMatches(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Split(System.String,System.String)")]
    public static string[] Split(string input, string pattern) =>
        Matching.Split(Patterns.Kept(pattern), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Split(System.String,System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static string[] Split(string input, string pattern, RegexOptions options) =>
        Matching.Split(Patterns.Kept(pattern, options), input);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.String,System.String)")]
    public static string Replace(string input, string pattern, string replacement) =>
        Matching.Replace(Patterns.Kept(pattern), input, replacement);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.String,System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static string Replace(string input, string pattern, string replacement, RegexOptions options) =>
        Matching.Replace(Patterns.Kept(pattern, options), input, replacement);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.String,System.Text.RegularExpressions.MatchEvaluator)")]
    public static string Replace(string input, string pattern, MatchEvaluator evaluator) =>
        Matching.Replace(Patterns.Kept(pattern), input, evaluator);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.String,System.Text.RegularExpressions.MatchEvaluator,System.Text.RegularExpressions.RegexOptions)")]
    public static string Replace(string input, string pattern, MatchEvaluator evaluator, RegexOptions options) =>
        Matching.Replace(Patterns.Kept(pattern, options), input, evaluator);
}
