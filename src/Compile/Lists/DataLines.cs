using System.Reflection;

namespace PolicyGate.Compile.Lists;

/// <summary>One entry of a list: a documentation comment id and the words that follow it.</summary>
internal sealed record DataLine(string Id, string[] Words);

/// <summary>
/// Reads the lists beside this file, which are data to be reviewed: one entry on a line, a word that begins with
/// <c>#</c> begins a comment (ids hold <c>#</c> too, as in <c>#ctor</c>, but do not begin with it).
/// Entries are documentation comment ids of exactly one type or member
/// (https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/documentation-comments#d42-id-string-format).
/// </summary>
internal static class DataLines
{
    /// <param name="list">The file's name without its extension.</param>
    public static IEnumerable<DataLine> Of(string list)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"lists/{list}")!;
        using StreamReader reader = new(stream);
        while (reader.ReadLine() is { } line)
        {
            string[] words =
                [.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries).TakeWhile(word => !word.StartsWith('#'))];
            if (words.Length > 0)
            {
                yield return new(words[0], words[1..]);
            }
        }
    }
}
