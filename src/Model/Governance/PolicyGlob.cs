namespace PolicyGate.Model.Governance;

/// <summary>
/// Globs over policy ids, and over the names of environments. <c>*</c> stands for any text within one segment,
/// <c>**</c> alone in a segment for any number of segments, none included. So <c>pod-security/*</c> is
/// <c>pod-security/high-uid</c> and not <c>pod-security/baseline/privileged</c>; <c>pod-security/**</c> is both.
/// </summary>
public static class PolicyGlob
{
    /// <summary>Whether the text names one thing only.</summary>
    public static bool IsLiteral(string glob) => !glob.Contains('*', StringComparison.Ordinal);

    /// <summary>Takes no more than the product of both lengths, whatever the glob.</summary>
    public static bool Matches(string glob, string id) =>
        Matches(glob.Split('/'), id.Split('/'), segment => segment == "**", SegmentMatches);

    private static bool SegmentMatches(string glob, string segment) =>
        Matches(glob.AsSpan(), segment.AsSpan(), character => character == '*', (wanted, found) => wanted == found);

    /// <summary>
    /// The one algorithm for both levels: only the latest wildcard is ever widened, since what an earlier one could
    /// take, the latest can take too.
    /// </summary>
    private static bool Matches<T>(
        ReadOnlySpan<T> glob, ReadOnlySpan<T> text, Predicate<T> isWildcard, Func<T, T, bool> fits)
    {
        int inGlob = 0, inText = 0, wildcard = -1, resume = 0;
        while (inText < text.Length)
        {
            if (inGlob < glob.Length && isWildcard(glob[inGlob]))
            {
                (wildcard, resume) = (inGlob++, inText);
            }
            else if (inGlob < glob.Length && fits(glob[inGlob], text[inText]))
            {
                inGlob++;
                inText++;
            }
            else if (wildcard >= 0)
            {
                (inGlob, inText) = (wildcard + 1, ++resume);
            }
            else
            {
                return false;
            }
        }

        while (inGlob < glob.Length && isWildcard(glob[inGlob]))
        {
            inGlob++;
        }

        return inGlob == glob.Length;
    }
}
