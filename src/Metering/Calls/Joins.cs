using System.Text;

namespace PolicyGate.Metering;

/// <summary>Joins and concatenations: their result is the sum of many texts, and is paid for before it is made.</summary>
public static class Joins
{
    [InPlaceOf("M:System.String.Join(System.String,System.Collections.Generic.IEnumerable{System.String})")]
    public static string Join(string? separator, IEnumerable<string?> values) =>
        string.Join(separator, Watch.Joined(values, Length(separator))!);

    [InPlaceOf("M:System.String.Join``1(System.String,System.Collections.Generic.IEnumerable{``0})")]
    public static string Join<T>(string? separator, IEnumerable<T> values) =>
        string.Join(separator, Watch.Joined(values, Length(separator))!);

    [InPlaceOf("M:System.String.Join(System.String,System.String[])")]
    public static string Join(string? separator, string?[] values) =>
        string.Join(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.String.Join(System.String,System.Object[])")]
    public static string Join(string? separator, object?[] values) =>
        string.Join(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.String.Join(System.String,System.ReadOnlySpan{System.String})")]
    public static string Join(string? separator, ReadOnlySpan<string?> values) =>
        string.Join(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.String.Join(System.String,System.ReadOnlySpan{System.Object})")]
    public static string Join(string? separator, ReadOnlySpan<object?> values) =>
        string.Join(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.String.Join(System.String,System.String[],System.Int32,System.Int32)")]
    public static string Join(string? separator, string?[] values, int start, int count) =>
        string.Join(separator, Parts(values, Length(separator)), start, count);

    [InPlaceOf("M:System.String.Join``1(System.Char,System.Collections.Generic.IEnumerable{``0})")]
    public static string Join<T>(char separator, IEnumerable<T> values) =>
        string.Join(separator, Watch.Joined(values, 1)!);

    [InPlaceOf("M:System.String.Join(System.Char,System.String[])")]
    public static string Join(char separator, string?[] values) =>
        string.Join(separator, Parts(values, 1));

    [InPlaceOf("M:System.String.Join(System.Char,System.Object[])")]
    public static string Join(char separator, object?[] values) =>
        string.Join(separator, Parts(values, 1));

    [InPlaceOf("M:System.String.Join(System.Char,System.ReadOnlySpan{System.String})")]
    public static string Join(char separator, ReadOnlySpan<string?> values) =>
        string.Join(separator, Parts(values, 1));

    [InPlaceOf("M:System.String.Join(System.Char,System.ReadOnlySpan{System.Object})")]
    public static string Join(char separator, ReadOnlySpan<object?> values) =>
        string.Join(separator, Parts(values, 1));

    [InPlaceOf("M:System.String.Join(System.Char,System.String[],System.Int32,System.Int32)")]
    public static string Join(char separator, string?[] values, int start, int count) =>
        string.Join(separator, Parts(values, 1), start, count);

    [InPlaceOf("M:System.String.Concat(System.Collections.Generic.IEnumerable{System.String})")]
    public static string Concat(IEnumerable<string?> values) =>
        string.Concat(Watch.Joined(values, 0)!);

    [InPlaceOf("M:System.String.Concat``1(System.Collections.Generic.IEnumerable{``0})")]
    public static string Concat<T>(IEnumerable<T> values) =>
        string.Concat(Watch.Joined(values, 0)!);

    [InPlaceOf("M:System.String.Concat(System.String[])")]
    public static string Concat(string?[] values) =>
        string.Concat(Parts(values, 0));

    [InPlaceOf("M:System.String.Concat(System.Object[])")]
    public static string Concat(object?[] values) =>
        string.Concat(Parts(values, 0));

    [InPlaceOf("M:System.String.Concat(System.ReadOnlySpan{System.String})")]
    public static string Concat(ReadOnlySpan<string?> values) =>
        string.Concat(Parts(values, 0));

    [InPlaceOf("M:System.String.Concat(System.ReadOnlySpan{System.Object})")]
    public static string Concat(ReadOnlySpan<object?> values) =>
        string.Concat(Parts(values, 0));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin``1(System.String,System.Collections.Generic.IEnumerable{``0})")]
    public static StringBuilder AppendJoin<T>(StringBuilder self, string? separator, IEnumerable<T> values) =>
        self.AppendJoin(separator, Watch.Joined(values, Length(separator))!);

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.String,System.String[])")]
    public static StringBuilder AppendJoin(StringBuilder self, string? separator, string?[] values) =>
        self.AppendJoin(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.String,System.Object[])")]
    public static StringBuilder AppendJoin(StringBuilder self, string? separator, object?[] values) =>
        self.AppendJoin(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.String,System.ReadOnlySpan{System.String})")]
    public static StringBuilder AppendJoin(StringBuilder self, string? separator, ReadOnlySpan<string?> values) =>
        self.AppendJoin(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.String,System.ReadOnlySpan{System.Object})")]
    public static StringBuilder AppendJoin(StringBuilder self, string? separator, ReadOnlySpan<object?> values) =>
        self.AppendJoin(separator, Parts(values, Length(separator)));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin``1(System.Char,System.Collections.Generic.IEnumerable{``0})")]
    public static StringBuilder AppendJoin<T>(StringBuilder self, char separator, IEnumerable<T> values) =>
        self.AppendJoin(separator, Watch.Joined(values, 1)!);

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.Char,System.String[])")]
    public static StringBuilder AppendJoin(StringBuilder self, char separator, string?[] values) =>
        self.AppendJoin(separator, Parts(values, 1));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.Char,System.Object[])")]
    public static StringBuilder AppendJoin(StringBuilder self, char separator, object?[] values) =>
        self.AppendJoin(separator, Parts(values, 1));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.Char,System.ReadOnlySpan{System.String})")]
    public static StringBuilder AppendJoin(StringBuilder self, char separator, ReadOnlySpan<string?> values) =>
        self.AppendJoin(separator, Parts(values, 1));

    [InPlaceOf("M:System.Text.StringBuilder.AppendJoin(System.Char,System.ReadOnlySpan{System.Object})")]
    public static StringBuilder AppendJoin(StringBuilder self, char separator, ReadOnlySpan<object?> values) =>
        self.AppendJoin(separator, Parts(values, 1));

    internal static void Part<T>(T part, int separator)
    {
        long length = separator + part switch
        {
            string text => text.Length,
            StringBuilder builder => builder.Length,
            _ => 0L,
        };
        Account.ChargeBytes(length * 2);
        Account.ChargeFuel(1 + (length >> 4));
        if (part is not string)
        {
            Sizes.Value(part);
        }
    }

    private static int Length(string? separator) => separator?.Length ?? 0;

    private static T[] Parts<T>(T[] parts, int separator)
    {
        Parts((ReadOnlySpan<T>)parts.AsSpan(), separator);
        return parts;
    }

    private static ReadOnlySpan<T> Parts<T>(ReadOnlySpan<T> parts, int separator)
    {
        foreach (ref readonly T part in parts)
        {
            Part(part, separator);
        }

        return parts;
    }
}
