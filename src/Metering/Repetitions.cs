namespace PolicyGate.Metering;

/// <summary>
/// Looks for groups that capture and are repeated: without backtracking only their last capture is kept
/// (https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-options#nonbacktracking-mode).
/// </summary>
internal static class Repetitions
{
    /// <summary>Rather says yes than no.</summary>
    public static bool Capture(string pattern)
    {
        Stack<bool> outer = new();
        bool captures = false;
        bool isClass = false;
        for (int at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case '[':
                    isClass = true;
                    break;
                case ']':
                    isClass = false;
                    break;
                case '(' when !isClass:
                    outer.Push(captures);
                    captures = IsCapturing(pattern.AsSpan(at + 1));
                    break;
                case ')' when !isClass && outer.TryPop(out bool before):
                    if (captures && pattern.AsSpan(at + 1) is ['*' or '+' or '{', ..])
                    {
                        return true;
                    }

                    captures |= before;
                    break;
            }
        }

        return false;
    }

    private static bool IsCapturing(ReadOnlySpan<char> group) => group switch
    {
        ['?', '<', '=' or '!', ..] => false,
        ['?', '<' or '\'', ..] => true,
        ['?', ..] => false,
        _ => true,
    };
}
