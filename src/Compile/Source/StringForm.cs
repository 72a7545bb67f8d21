namespace PolicyGate.Compile.Source;

/// <summary>How a string literal is written, which says where it ends and where its interpolations begin.</summary>
/// <param name="Dollars">Braces that begin an interpolation; none when there is none.</param>
/// <param name="Quotes">Quotes that end it: one, or at least three of a raw string.</param>
/// <param name="IsVerbatim">A backslash is a backslash, and a quote is written twice.</param>
internal readonly record struct StringForm(int Dollars, int Quotes, bool IsVerbatim)
{
    public bool IsRaw => Quotes > 1;

    public bool IsOnOneLine => !IsVerbatim && !IsRaw;

    /// <summary>The form of the literal that begins here and the length of its beginning, or null when none does.</summary>
    public static (StringForm Form, int Length)? At(string text, int offset)
    {
        int dollars = 0;
        int at = offset;
        bool verbatim = false;
        for (; at < text.Length && text[at] is '$' or '@'; at++)
        {
            dollars += text[at] == '$' ? 1 : 0;
            verbatim |= text[at] == '@';
        }

        int quotes = Run(text, at, '"');
        if (quotes == 0)
        {
            return null;
        }

        return quotes >= 3 && !verbatim
            ? (new(dollars, quotes, IsVerbatim: false), at + quotes - offset)
            : (new(dollars, Quotes: 1, verbatim), at + 1 - offset);
    }

    /// <summary>How often a character stands here in a row.</summary>
    public static int Run(string text, int offset, char character)
    {
        int end = offset;
        while (end < text.Length && text[end] == character)
        {
            end++;
        }

        return end - offset;
    }
}
