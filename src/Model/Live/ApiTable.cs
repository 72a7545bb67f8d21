using System.Reflection;

namespace PolicyGate.Model.Live;

/// <summary>The commented tables of what the API does with its fields.</summary>
internal static class ApiTable
{
    /// <summary>The lines of a table, without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream table = Assembly.GetExecutingAssembly().GetManifestResourceStream($"live/{name}.txt")!;
        using StreamReader reader = new(table);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }

    /// <summary>The first <paramref name="words"/> words of each line, the last of them to the line's end.</summary>
    public static IEnumerable<string[]> Rows(string name, int words) => Lines(name).Select(line => line.Split(' ', words));
}
