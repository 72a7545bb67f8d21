using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyGate.Clusters.Http;

/// <summary>JSON as the server's YAML reader takes it, which reads what is applied.</summary>
internal static partial class ApplyPatch
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, MaxDepth = 1000 };

    /// <param name="json">An object; written anew without spaces, since YAML minds tabs.</param>
    public static ReadOnlyMemory<byte> Of(ReadOnlyMemory<byte> json)
    {
        using JsonDocument document = JsonDocument.Parse(json, JsonReading.Options);
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter writer = new(text, Options))
        {
            document.RootElement.WriteTo(writer);
        }

        return Encoding.UTF8.GetBytes(Escape().Replace(Encoding.UTF8.GetString(text.WrittenSpan), Whole));
    }

    /// <summary>
    /// In JSON two escapes make one character outside the basic plane; in YAML "the escaped Unicode character" is one of its
    /// own, and half a character is an error
    /// (<see href="https://yaml.org/spec/1.2.2/#57-escaped-characters">YAML</see>).
    /// </summary>
    private static string Whole(Match escape) => escape.Groups["high"] is { Success: true } high
        ? new([Character(high), Character(escape.Groups["low"])])
        : escape.Value;

    private static char Character(Group digits) => (char)int.Parse(digits.ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    /// <summary>Every escape, so that a backslash that stands for itself begins none.</summary>
    [GeneratedRegex(@"\\(?:u(?<high>[dD][89abAB][0-9a-fA-F]{2})\\u(?<low>[dD][c-fC-F][0-9a-fA-F]{2})|.)", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();
}
