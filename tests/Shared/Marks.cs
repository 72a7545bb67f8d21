using System.Collections.Immutable;

namespace PolicyGate.Tests;

/// <summary>
/// Expectations that stand in a case on the line they are about: <c>#~ load/unknown-field part of the message</c>. A
/// line may have several.
/// </summary>
internal static class Marks
{
    /// <summary>Each mark has its match on its line, and nothing is left over.</summary>
    /// <param name="text">The case.</param>
    /// <param name="found">What was found on which line: its kind, if it has one, a blank, and its message.</param>
    public static void ShouldBeMet(string text, IEnumerable<(int Line, string Text)> found)
    {
        List<(int Line, string Text)> unexpected = [.. found];
        foreach ((int line, string mark) in In(text))
        {
            int match = unexpected.FindIndex(one => one.Line == line && Fits(one.Text, mark));
            match.ShouldBeGreaterThanOrEqualTo(
                0, $"line {line} should have '{mark}'; there are:\n{string.Join('\n', found)}");
            unexpected.RemoveAt(match);
        }

        unexpected.ShouldBeEmpty();
    }

    private static ImmutableArray<(int Line, string Text)> In(string text) =>
    [
        .. text.Split('\n').SelectMany((line, index) =>
            line.Split("#~ ").Skip(1).Select(mark => (index + 1, mark.Trim()))),
    ];

    private static bool Fits(string found, string mark) =>
        found.Contains(mark, StringComparison.Ordinal)
        || (mark.Split(' ', 2) is [var kind, var part]
            && found.StartsWith($"{kind} ", StringComparison.Ordinal)
            && found.Contains(part, StringComparison.Ordinal));
}
