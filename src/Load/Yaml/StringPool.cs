namespace PolicyGate.Load.Yaml;

/// <summary>
/// Gives equal short strings one instance: manifests repeat the same keys and values without end. A fixed table in
/// which the newest string wins, so that hostile input can neither grow it nor slow it down.
/// </summary>
internal sealed class StringPool
{
    private const int Size = 4096;
    private const int LongestPooled = 40;

    [ThreadStatic]
    private static StringPool? ofThread;

    private readonly string?[] strings = new string?[Size];

    public static StringPool OfThread => ofThread ??= new();

    public string Pooled(string text)
    {
        if (text.Length is 0 or > LongestPooled)
        {
            return text;
        }

        ref string? slot = ref strings[Slot(text)];
        if (slot is not null && slot.Length == text.Length && slot.AsSpan().SequenceEqual(text))
        {
            return slot;
        }

        return slot = text;
    }

    /// <summary>By a few characters: what many strings have in common is their beginning.</summary>
    private static int Slot(string text)
    {
        int last = text.Length - 1;
        uint hash = (uint)text.Length * 31 + text[0];
        hash = hash * 31 + text[last / 2];
        hash = hash * 31 + text[Math.Max(0, last - 2)];
        hash = hash * 31 + text[Math.Max(0, last - 1)];
        hash = hash * 31 + text[last];
        return (int)((hash ^ (hash >> 12)) % Size);
    }
}
