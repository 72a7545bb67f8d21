using System.Text;
using System.Text.RegularExpressions;

namespace PolicyGate.Load.Schemas;

/// <summary>
/// A pattern of a schema as a regular expression of .NET. Custom resource definitions write RE2
/// (https://github.com/google/re2/wiki/Syntax), JSON Schema a subset of ECMA 262; what means something else in .NET is
/// translated or refused. Whoever wrote the pattern of a custom resource may be hostile: it is matched without
/// backtracking. Those of our own schemas are not, since that way takes some 30 ms to get going.
/// </summary>
internal readonly struct SchemaPattern
{
    private const int LongestPattern = 4096;
    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(1);

    private SchemaPattern(Regex? regex, string fault)
    {
        Regex = regex;
        Fault = fault;
    }

    /// <summary>Null when the pattern is refused.</summary>
    public Regex? Regex { get; }

    /// <summary>Why it is refused; else empty.</summary>
    public string Fault { get; }

    /// <param name="pattern">As the schema has it.</param>
    /// <param name="isOwn">It is of a schema of our own.</param>
    public static SchemaPattern Read(string pattern, bool isOwn)
    {
        if (pattern.Length > LongestPattern)
        {
            return new(null, $"the pattern is longer than {LongestPattern} characters");
        }

        if (pattern.Contains("[:", StringComparison.Ordinal) || pattern.Contains("\\Q", StringComparison.Ordinal))
        {
            return new(null, "the pattern has named classes or \\Q, which are not understood");
        }

        try
        {
            RegexOptions way = isOwn ? RegexOptions.None : RegexOptions.NonBacktracking;
            return new(new Regex(Translate(pattern), way | RegexOptions.CultureInvariant, Timeout), "");
        }
        catch (Exception refused) when (refused is ArgumentException or NotSupportedException)
        {
            return new(null, $"the pattern is not understood: {refused.Message}");
        }
    }

    /// <summary>
    /// Digits, word characters and blanks are ASCII's, and <c>$</c> is the very end: .NET would take the digits of all
    /// scripts, and a line feed after the end.
    /// </summary>
    private static string Translate(string pattern)
    {
        StringBuilder translated = new(pattern.Length + 16);
        bool inClass = false;
        for (int index = 0; index < pattern.Length; index++)
        {
            char character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
            {
                translated.Append(Escape(pattern[++index], inClass));
                continue;
            }

            inClass = character == '[' || (inClass && character != ']');
            translated.Append(character == '$' && !inClass ? "\\z" : character.ToString());
        }

        return translated.ToString();
    }

    private static string Escape(char letter, bool inClass) => (letter, inClass) switch
    {
        ('d', true) => "0-9",
        ('d', false) => "[0-9]",
        ('D', false) => "[^0-9]",
        ('w', true) => "0-9A-Za-z_",
        ('w', false) => "[0-9A-Za-z_]",
        ('W', false) => "[^0-9A-Za-z_]",
        ('s', true) => "\\t\\n\\f\\r ",
        ('s', false) => "[\\t\\n\\f\\r ]",
        ('S', false) => "[^\\t\\n\\f\\r ]",
        _ => $"\\{letter}",
    };
}
