namespace PolicyGate.Model.Delivery;

/// <summary>Texts in which <c>*</c> stands for any part, slashes too. The time is bounded by the product of both lengths.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text)
    {
        (int at, int star, int from) = (0, -1, 0);
        int place = 0;
        while (place < text.Length)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                (star, from) = (at++, place);
            }
            else if (at < pattern.Length && pattern[at] == text[place])
            {
                (at, place) = (at + 1, place + 1);
            }
            else if (star >= 0)
            {
                (at, place) = (star + 1, ++from);
            }
            else
            {
                return false;
            }
        }

        return pattern.AsSpan(at).IndexOfAnyExcept('*') < 0;
    }
}
