using System.Diagnostics;
using System.Text.RegularExpressions;

namespace PolicyGate.Metering;

/// <summary>Regular expressions at work: input is paid for by its length, time by the clock, matches as they are found.</summary>
public static class Matching
{
    /// <summary>About what the library keeps for a match with a few groups.</summary>
    private const int MatchBytes = 300;

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.#ctor(System.String)")]
    public static Regex Make(string pattern) => Patterns.Make(pattern, RegexOptions.None);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.#ctor(System.String,System.Text.RegularExpressions.RegexOptions)")]
    public static Regex Make(string pattern, RegexOptions options) => Patterns.Make(pattern, options);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.String)")]
    public static bool IsMatch(Regex self, string input) => Run(input, () => self.IsMatch(input));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.String,System.Int32)")]
    public static bool IsMatch(Regex self, string input, int start) => Run(input, () => self.IsMatch(input, start));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.ReadOnlySpan{System.Char})")]
    public static bool IsMatch(Regex self, ReadOnlySpan<char> input) => IsMatch(self, Text(input));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.IsMatch(System.ReadOnlySpan{System.Char},System.Int32)")]
    public static bool IsMatch(Regex self, ReadOnlySpan<char> input, int start) => IsMatch(self, Text(input), start);

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Match(System.String)")]
    public static Match Match(Regex self, string input) => Found(Run(input, () => self.Match(input)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Match(System.String,System.Int32)")]
    public static Match Match(Regex self, string input, int start) => Found(Run(input, () => self.Match(input, start)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Match(System.String,System.Int32,System.Int32)")]
    public static Match Match(Regex self, string input, int start, int length) =>
        Found(Run(input, () => self.Match(input, start, length)));

    [InPlaceOf("M:System.Text.RegularExpressions.Match.NextMatch")]
    public static Match NextMatch(Match self) => Found(Patterns.Run(self.NextMatch));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Matches(System.String)")]
    public static MatchCollection Matches(Regex self, string input) => Run(input, () => All(self.Matches(input)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Matches(System.String,System.Int32)")]
    public static MatchCollection Matches(Regex self, string input, int start) =>
        Run(input, () => All(self.Matches(input, start)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Count(System.String)")]
    public static int Count(Regex self, string input) => Run(input, () => self.Count(input));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Count(System.ReadOnlySpan{System.Char})")]
    public static int Count(Regex self, ReadOnlySpan<char> input) => Count(self, Text(input));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Count(System.ReadOnlySpan{System.Char},System.Int32)")]
    public static int Count(Regex self, ReadOnlySpan<char> input, int start)
    {
        string text = Text(input);
        return Run(text, () => self.Count((ReadOnlySpan<char>)text, start));
    }

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.EnumerateMatches(System.ReadOnlySpan{System.Char},System.Int32)")]
    public static Regex.ValueMatchEnumerator EnumerateMatches(Regex self, ReadOnlySpan<char> input, int start)
    {
        Account.ChargeFuel(input.Length >> 4);
        return self.EnumerateMatches(input, start);
    }

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.EnumerateMatches(System.ReadOnlySpan{System.Char})")]
    public static Regex.ValueMatchEnumerator EnumerateMatches(Regex self, ReadOnlySpan<char> input)
    {
        Account.ChargeFuel(input.Length >> 4);
        return self.EnumerateMatches(input);
    }

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.ValueMatchEnumerator.MoveNext")]
    public static bool MoveNext(ref Regex.ValueMatchEnumerator self)
    {
        Account.ChargeFuel(10);
        long began = Stopwatch.GetTimestamp();
        try
        {
            return self.MoveNext();
        }
        catch (RegexMatchTimeoutException)
        {
            Account.Spend(Limit.RegexTime);
            throw;
        }
        finally
        {
            Patterns.Took(began);
        }
    }

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Split(System.String)")]
    public static string[] Split(Regex self, string input) => Run(input, () => Parts(self, input, self.Split));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Split(System.String,System.Int32)")]
    public static string[] Split(Regex self, string input, int count) =>
        Run(input, () => Parts(self, input, text => self.Split(text, count)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Split(System.String,System.Int32,System.Int32)")]
    public static string[] Split(Regex self, string input, int count, int start) =>
        Run(input, () => Parts(self, input, text => self.Split(text, count, start)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.String)")]
    public static string Replace(Regex self, string input, string replacement) =>
        Run(input, () => Replaced(self, input, replacement, text => self.Replace(text, replacement)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.String,System.Int32)")]
    public static string Replace(Regex self, string input, string replacement, int count) =>
        Run(input, () => Replaced(self, input, replacement, text => self.Replace(text, replacement, count)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.String,System.Int32,System.Int32)")]
    public static string Replace(Regex self, string input, string replacement, int count, int start) =>
        Run(input, () => Replaced(self, input, replacement, text => self.Replace(text, replacement, count, start)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.Text.RegularExpressions.MatchEvaluator)")]
    public static string Replace(Regex self, string input, MatchEvaluator evaluator) =>
        Run(input, () => self.Replace(input, Paid(evaluator)));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.Text.RegularExpressions.MatchEvaluator,System.Int32)")]
    public static string Replace(Regex self, string input, MatchEvaluator evaluator, int count) =>
        Run(input, () => self.Replace(input, Paid(evaluator), count));

    [InPlaceOf("M:System.Text.RegularExpressions.Regex.Replace(System.String,System.Text.RegularExpressions.MatchEvaluator,System.Int32,System.Int32)")]
    public static string Replace(Regex self, string input, MatchEvaluator evaluator, int count, int start) =>
        Run(input, () => self.Replace(input, Paid(evaluator), count, start));

    [InPlaceOf("M:System.Text.RegularExpressions.Match.Result(System.String)")]
    public static string Result(Match self, string replacement)
    {
        string result = self.Result(replacement);
        Sizes.ResultText(result);
        return result;
    }

    /// <summary>A copy, which outlives the call into the expression.</summary>
    private static string Text(ReadOnlySpan<char> input)
    {
        Account.ChargeBytes(input.Length * 2L);
        return input.ToString();
    }

    private static TResult Run<TResult>(string? input, Func<TResult> match)
    {
        Account.ChargeFuel(20 + ((input?.Length ?? 0) >> 2));
        TResult result = Patterns.Run(match);
        if (result is string text)
        {
            Sizes.ResultText(text);
        }

        return result;
    }

    private static Match Found(Match match)
    {
        Account.ChargeBytes(MatchBytes);
        return match;
    }

    /// <summary>Found one after the other, so that too many are noticed before they are there.</summary>
    private static MatchCollection All(MatchCollection matches)
    {
        foreach (Match match in matches)
        {
            Account.ChargeFuel(5);
            Found(match);
        }

        return matches;
    }

    private static string[] Parts(Regex regex, string input, Func<string, string[]> split)
    {
        long matches = input is null ? 0 : regex.Count(input);
        int groups = regex.GetGroupNumbers().Length;
        Account.ChargeBytes(((input?.Length ?? 0) * 2L * groups) + (matches * groups * 32) + 64);
        return split(input!);
    }

    /// <summary>A substitution may show all of the input at every match.</summary>
    private static string Replaced(Regex regex, string input, string replacement, Func<string, string> replace)
    {
        if (input is not null && replacement is not null)
        {
            long matches = regex.Count(input);
            long substitutions = replacement.AsSpan().Count('$');
            bool showsAround = replacement.AsSpan().IndexOfAny("_`'") >= 0;
            long shown = substitutions * input.Length * (showsAround ? matches : 1);
            Account.ChargeBytes(2 * (input.Length + (matches * replacement.Length) + shown));
            Account.ChargeFuel(((matches * replacement.Length) + shown) >> 4);
        }

        return replace(input!);
    }

    private static MatchEvaluator Paid(MatchEvaluator evaluator)
    {
        ArgumentNullException.ThrowIfNull(evaluator);
        return match =>
        {
            Found(match);
            string replacement = evaluator(match);
            Sizes.ResultText(replacement);
            return replacement;
        };
    }
}
