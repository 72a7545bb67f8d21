namespace PolicyGate.Fixing.Text;

/// <summary>Replace the characters from <paramref name="Start"/> up to <paramref name="End"/> by other text.</summary>
internal sealed record Edit(int Start, int End, string Replacement)
{
    public static Edit Insert(int at, string text) => new(at, at, text);

    public static Edit Delete(int start, int end) => new(start, end, "");
}
