using System.Text;

namespace PolicyGate.Metering;

/// <summary>Replacing short by long texts: the result is paid for before it is made.</summary>
public static class Replacements
{
    [InPlaceOf("M:System.String.Replace(System.String,System.String)")]
    public static string Replace(string self, string old, string? replacement)
    {
        Paid(self, old, replacement);
        return self.Replace(old, replacement);
    }

    [InPlaceOf("M:System.String.Replace(System.String,System.String,System.StringComparison)")]
    public static string Replace(string self, string old, string? replacement, StringComparison comparison)
    {
        Bound(self?.Length ?? 0, old, replacement);
        return self!.Replace(old, replacement, comparison);
    }

    [InPlaceOf("M:System.Text.StringBuilder.Replace(System.String,System.String)")]
    public static StringBuilder Replace(StringBuilder self, string old, string? replacement)
    {
        Paid(self?.ToString(), old, replacement);
        return self!.Replace(old, replacement);
    }

    [InPlaceOf("M:System.Text.StringBuilder.Replace(System.String,System.String,System.Int32,System.Int32)")]
    public static StringBuilder Replace(StringBuilder self, string old, string? replacement, int start, int count)
    {
        Bound(self?.Length ?? 0, old, replacement);
        return self!.Replace(old, replacement, start, count);
    }

    [InPlaceOf("M:System.Text.StringBuilder.Replace(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char})")]
    public static StringBuilder Replace(StringBuilder self, ReadOnlySpan<char> old, ReadOnlySpan<char> replacement) =>
        Replace(self, old.ToString(), replacement.ToString());

    [InPlaceOf("M:System.Text.StringBuilder.Replace(System.ReadOnlySpan{System.Char},System.ReadOnlySpan{System.Char},System.Int32,System.Int32)")]
    public static StringBuilder Replace(
        StringBuilder self, ReadOnlySpan<char> old, ReadOnlySpan<char> replacement, int start, int count) =>
        Replace(self, old.ToString(), replacement.ToString(), start, count);

    [InPlaceOf("M:System.String.ReplaceLineEndings(System.String)")]
    public static string ReplaceLineEndings(string self, string replacement)
    {
        Bound(self?.Length ?? 0, "\n", replacement);
        return self!.ReplaceLineEndings(replacement);
    }

    [InPlaceOf("M:System.Text.StringBuilder.Insert(System.Int32,System.String,System.Int32)")]
    public static StringBuilder Insert(StringBuilder self, int index, string? value, int count)
    {
        long length = (long)(value?.Length ?? 0) * Math.Max(count, 0);
        Grown(self?.Length ?? 0, length);
        return self!.Insert(index, value, count);
    }

    /// <summary>As long as the result will be.</summary>
    private static void Paid(string? text, string? old, string? replacement)
    {
        if (text is null || string.IsNullOrEmpty(old))
        {
            return;
        }

        Account.ChargeFuel(text.Length >> 3);
        long places = text.AsSpan().Count(old);
        Grown(text.Length, places * Math.Max((replacement?.Length ?? 0) - old.Length, 0));
    }

    /// <summary>As long as the result could be, where equality has rules of its own.</summary>
    private static void Bound(long length, string? old, string? replacement)
    {
        long places = length / Math.Max(old?.Length ?? 1, 1);
        Account.ChargeFuel(length >> 2);
        Grown(length, places * (replacement?.Length ?? 0));
    }

    private static void Grown(long length, long more)
    {
        Account.ChargeBytes((length + more) * 2);
        Account.ChargeFuel((length + more) >> 4);
    }
}
