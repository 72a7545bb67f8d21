namespace PolicyGate.Load.Environments;

/// <summary>
/// Patterns over repository paths: <c>*</c> and <c>?</c> within a step, <c>**</c> for any number of steps.
/// </summary>
public static class Glob
{
    public static bool IsPattern(string path) => path.AsSpan().ContainsAny('*', '?');

    /// <summary>The directory that all matches are below: the steps before the first with a wildcard.</summary>
    public static string FixedPart(string pattern) =>
        string.Join('/', pattern.Split('/').TakeWhile(step => !IsPattern(step)));

    public static bool Matches(string pattern, string path) => MatchesSteps(pattern.Split('/'), path.Split('/'));

    /// <summary>
    /// Matches one pattern against one text of the same kind of elements, going back to the last star only, which
    /// keeps hostile patterns from taking exponential time.
    /// </summary>
    private static bool MatchesSteps(ReadOnlySpan<string> pattern, ReadOnlySpan<string> path)
    {
        int at = 0;
        int step = 0;
        int star = -1;
        int afterStar = 0;
        while (step < path.Length)
        {
            if (at < pattern.Length && pattern[at] == "**")
            {
                (star, afterStar) = (at++, step);
            }
            else if (at < pattern.Length && MatchesStep(pattern[at], path[step]))
            {
                at++;
                step++;
            }
            else if (star >= 0)
            {
                at = star + 1;
                step = ++afterStar;
            }
            else
            {
                return false;
            }
        }

        return pattern[at..].IndexOfAnyExcept("**") < 0;
    }

    private static bool MatchesStep(string pattern, string step) =>
        System.IO.Enumeration.FileSystemName.MatchesSimpleExpression(pattern, step, ignoreCase: false);
}
