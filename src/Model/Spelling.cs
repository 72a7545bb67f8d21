namespace PolicyGate.Model;

/// <summary>Finds what somebody may have meant.</summary>
public static class Spelling
{
    private const int LongestWord = 64;

    /// <summary>
    /// The word nearest to the one written, or null when none is near: at most one letter in three added, left out,
    /// changed or swapped with its neighbour. Upper and lower case count as the same.
    /// </summary>
    public static string? Nearest(string written, IEnumerable<string> words)
    {
        string? nearest = null;
        int least = Math.Max(1, written.Length / 3) + 1;
        foreach (string word in words)
        {
            // The difference in length is a lower bound, and spares most of the work.
            if (Math.Abs(word.Length - written.Length) < least && written.Length <= LongestWord
                && Distance(written, word) is var distance && distance < least)
            {
                (nearest, least) = (word, distance);
            }
        }

        return nearest;
    }

    /// <summary>
    /// Restricted Damerau-Levenshtein distance, by rows: https://en.wikipedia.org/wiki/Damerau–Levenshtein_distance.
    /// </summary>
    private static int Distance(string left, string right)
    {
        int[] beforeLast = new int[right.Length + 1];
        int[] last = [.. Enumerable.Range(0, right.Length + 1)];
        for (int i = 1; i <= left.Length; i++)
        {
            int[] row = new int[right.Length + 1];
            row[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int changed = last[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                row[j] = Math.Min(changed, Math.Min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    row[j] = Math.Min(row[j], beforeLast[j - 2] + 1);
                }
            }

            (beforeLast, last) = (last, row);
        }

        return last[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}
