using System.Reflection;

namespace PolicyGate.Drift.Ownership;

/// <summary>The commented lists of who writes to clusters.</summary>
internal static class OwnerFile
{
    /// <summary>The lines of a list, without comments and empty ones.</summary>
    public static IEnumerable<string> Lines(string name)
    {
        using Stream list = Assembly.GetExecutingAssembly().GetManifestResourceStream($"{name}.txt")!;
        using StreamReader reader = new(list);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith('#'))
            {
                yield return line;
            }
        }
    }
}
