using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace PolicyGate.Model.Nodes;

/// <summary>
/// Paths into a document as people write them: fields by dots, items by index, fields whose name has a dot or a
/// bracket in quotes: <c>metadata.annotations['example.com/owner']</c>, <c>spec.containers[0].image</c>.
/// </summary>
public static class PathSyntax
{
    /// <summary>The steps of a path.</summary>
    /// <exception cref="ArgumentException">The path is not well-formed.</exception>
    public static ImmutableArray<Step> Read(string path)
    {
        ImmutableArray<Step>.Builder steps = ImmutableArray.CreateBuilder<Step>();
        ReadOnlySpan<char> rest = path;
        while (!rest.IsEmpty)
        {
            PathStep next = Next(path, ref rest);
            steps.Add(next.Index < 0 ? Step.Field(next.Name.ToString()) : Step.Item(next.Index));
        }

        return steps.ToImmutable();
    }

    /// <summary>Cuts the first step off a path.</summary>
    /// <exception cref="ArgumentException">The path is not well-formed: a mistake of the policy's author.</exception>
    internal static PathStep Next(string whole, ref ReadOnlySpan<char> path)
    {
        if (path[0] == '[')
        {
            return Bracketed(whole, ref path);
        }

        int end = path.IndexOfAny('.', '[');
        ReadOnlySpan<char> name = end < 0 ? path : path[..end];
        if (name.IsEmpty)
        {
            throw new ArgumentException($"the path '{whole}' has an empty step");
        }

        path = end < 0 ? default : AfterDot(whole, path[end..]);
        return new(name, index: -1);
    }

    /// <summary>Writes the path of a route.</summary>
    public static string Write(ReadOnlySpan<Step> steps)
    {
        StringBuilder path = new(capacity: 100);
        foreach (Step step in steps)
        {
            path.Append(path.Length > 0 && IsPlain(step) ? "." : "").Append(TextOf(step));
        }

        return path.ToString();
    }

    /// <summary>The path one step further.</summary>
    internal static string Below(string path, Step step) =>
        path.Length > 0 && IsPlain(step) ? $"{path}.{step.Key}" : path + TextOf(step);

    private static bool IsPlain(Step step) => step.Key is { Length: > 0 } key && !key.AsSpan().ContainsAny('.', '[', '\'');

    private static string TextOf(Step step) =>
        step.Key is null ? string.Create(CultureInfo.InvariantCulture, $"[{step.Index}]")
        : IsPlain(step) ? step.Key
        : $"['{step.Key}']";

    private static PathStep Bracketed(string whole, ref ReadOnlySpan<char> path)
    {
        bool quoted = path.StartsWith("['");
        int end = quoted ? path.IndexOf("']") : path.IndexOf(']');
        if (end < 0)
        {
            throw new ArgumentException($"the path '{whole}' has an unclosed bracket");
        }

        ReadOnlySpan<char> inside = quoted ? path[2..end] : path[1..end];
        path = AfterDot(whole, path[(end + (quoted ? 2 : 1))..]);
        if (quoted)
        {
            return new(inside, index: -1);
        }

        return int.TryParse(inside, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            ? new(default, index)
            : throw new ArgumentException($"the path '{whole}' has '{inside}' where an index is due; quote field names");
    }

    private static ReadOnlySpan<char> AfterDot(string whole, ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty || rest[0] == '[')
        {
            return rest;
        }

        return rest[0] == '.' && rest.Length > 1
            ? rest[1..]
            : throw new ArgumentException($"the path '{whole}' does not end in a field");
    }
}

/// <summary>A step of a path as it is read, without a text of its own: most steps only look.</summary>
internal readonly ref struct PathStep(ReadOnlySpan<char> name, int index)
{
    public ReadOnlySpan<char> Name { get; } = name;

    /// <summary>The item's index, or -1 for a field.</summary>
    public int Index { get; } = index;
}
