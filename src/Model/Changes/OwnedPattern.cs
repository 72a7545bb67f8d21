using System.Collections.Immutable;

namespace PolicyGate.Model.Changes;

/// <summary>
/// A pattern of a CODEOWNERS file against paths
/// (<see href="https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-syntax">syntax</see>):
/// that of gitignore, case-sensitive, without <c>!</c>, <c>[ ]</c> and <c>\#</c>, and with <c>docs/*</c> for the files right in
/// <c>docs</c> only. The time is bounded by the product of both lengths, whatever a pattern says.
/// </summary>
internal sealed class OwnedPattern
{
    private const string AnyDepth = "**";

    private readonly ImmutableArray<string> segments;
    private readonly bool coversBelow;

    private OwnedPattern(ImmutableArray<string> segments, bool coversBelow)
    {
        this.segments = segments;
        this.coversBelow = coversBelow;
    }

    /// <summary>Null for what GitHub does not take, which owns nothing.</summary>
    public static OwnedPattern? Parse(string pattern)
    {
        if (pattern.Length == 0
            || pattern[0] == '!'
            || pattern.StartsWith(@"\#", StringComparison.Ordinal)
            || pattern.AsSpan().ContainsAny('[', ']')
            || pattern.Contains("***", StringComparison.Ordinal))
        {
            return null;
        }

        bool isDirectory = pattern.EndsWith('/');
        string[] parts = pattern.Trim('/').Split('/');
        if (parts is [""] || parts.Contains(""))
        {
            return null;
        }

        // A slash anywhere but at the end ties the pattern to the root.
        bool isAnchored = pattern[0] == '/' || parts.Length > 1;
        ImmutableArray<string> segments = isAnchored || parts[0] == AnyDepth ? [.. parts] : [AnyDepth, .. parts];
        return isDirectory
            ? new([.. segments, AnyDepth], coversBelow: false)
            : new(segments, coversBelow: parts[^1] is not ("*" or AnyDepth));
    }

    public bool Matches(string path)
    {
        string[] names = path.Split('/');
        bool[] reached = new bool[names.Length + 1];
        reached[0] = true;
        for (int index = 0; index < segments.Length; index++)
        {
            reached = segments[index] == AnyDepth
                ? SkipAny(reached, isLast: index == segments.Length - 1)
                : Step(reached, names, segments[index]);
        }

        return reached[^1] || (coversBelow && Array.IndexOf(reached, true, 1) >= 1);
    }

    /// <summary>Any number of names; at least one at the end, so that <c>docs/</c> is no file of that name.</summary>
    private static bool[] SkipAny(bool[] reached, bool isLast)
    {
        bool[] next = new bool[reached.Length];
        bool any = false;
        for (int position = 0; position < reached.Length; position++)
        {
            next[position] = any || (reached[position] && !isLast);
            any |= reached[position];
        }

        return next;
    }

    private static bool[] Step(bool[] reached, string[] names, string segment)
    {
        bool[] next = new bool[reached.Length];
        for (int position = 0; position < names.Length; position++)
        {
            next[position + 1] = reached[position] && IsLike(names[position], segment);
        }

        return next;
    }

    /// <summary>One name: <c>*</c> is any part of it, <c>?</c> any character, <c>\</c> makes the next one ordinary.</summary>
    private static bool IsLike(string name, string segment)
    {
        bool[] reached = new bool[name.Length + 1];
        reached[0] = true;
        for (int index = 0; index < segment.Length; index++)
        {
            if (segment[index] == '*')
            {
                int first = Array.IndexOf(reached, true);
                Array.Fill(reached, true, first < 0 ? reached.Length : first, first < 0 ? 0 : reached.Length - first);
                continue;
            }

            bool isAny = segment[index] == '?';
            index += segment[index] == '\\' && index + 1 < segment.Length ? 1 : 0;
            for (int position = name.Length; position > 0; position--)
            {
                reached[position] = reached[position - 1] && (isAny || name[position - 1] == segment[index]);
            }

            reached[0] = false;
        }

        return reached[^1];
    }
}
