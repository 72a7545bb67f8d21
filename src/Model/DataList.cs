using System.Reflection;

namespace PolicyGate.Model;

/// <summary>Lists that are built into an assembly, with comments for those who read and change them.</summary>
public static class DataList
{
    /// <summary>The lines that say something: not empty, and no comment.</summary>
    /// <param name="holder">What the list is built into.</param>
    /// <param name="name">Its name there.</param>
    public static IEnumerable<string> Lines(Assembly holder, string name)
    {
        using Stream list = holder.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built into the assembly");
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
