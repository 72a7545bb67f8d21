using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Files;

/// <summary>
/// Turns the bytes of a file into text. YAML is UTF-8, UTF-16 or UTF-32 (https://yaml.org/spec/1.2.2/#52-character-encodings);
/// Kubernetes' library knows the first two, told apart by the byte order mark.
/// </summary>
internal static class TextDecoder
{
    /// <summary>The text, or the problem that it is none.</summary>
    public static FileText? Decode(ReadOnlySpan<byte> bytes, out UnplacedProblem? problem)
    {
        problem = null;
        switch (bytes)
        {
            case [0xFF, 0xFE, 0, 0, ..] or [0, 0, 0xFE, 0xFF, ..]:
                problem = At(Span.Start, "The file is in UTF-32, which Kubernetes does not read.");
                return null;
            case [0xFF, 0xFE, .. var little]:
                return DecodeUtf16(little, bigEndian: false, out problem);
            case [0xFE, 0xFF, .. var big]:
                return DecodeUtf16(big, bigEndian: true, out problem);
            case [0xEF, 0xBB, 0xBF, .. var marked]:
                return DecodeUtf8(marked, out problem);
            default:
                return DecodeUtf8(bytes, out problem);
        }
    }

    private static FileText? DecodeUtf8(ReadOnlySpan<byte> bytes, out UnplacedProblem? problem)
    {
        problem = null;
        char[] characters = ArrayPool<char>.Shared.Rent(bytes.Length);
        OperationStatus status = Utf8.ToUtf16(
            bytes, characters, out int read, out int written, replaceInvalidSequences: false);
        FileText text = new(characters, written);
        if (status == OperationStatus.Done)
        {
            return text;
        }

        string first = bytes[read].ToString("X2", CultureInfo.InvariantCulture);
        problem = At(
            TextPlaces.EndOf(text.Content.Span), $"The file is not valid UTF-8: the byte 0x{first} here begins no character.");
        text.Dispose();
        return null;
    }

    private static FileText? DecodeUtf16(ReadOnlySpan<byte> bytes, bool bigEndian, out UnplacedProblem? problem)
    {
        UnicodeEncoding encoding = new(bigEndian, byteOrderMark: false, throwOnInvalidBytes: true);
        try
        {
            problem = null;
            char[] characters = ArrayPool<char>.Shared.Rent(bytes.Length);
            return new(characters, encoding.GetChars(bytes, characters));
        }
        catch (DecoderFallbackException broken)
        {
            string before = new UnicodeEncoding(bigEndian, byteOrderMark: false).GetString(bytes[..broken.Index]);
            problem = At(TextPlaces.EndOf(before), "The file is not valid UTF-16: half a character stands here.");
            return null;
        }
    }

    private static UnplacedProblem At(Span span, string message) => new(
        LoadProblemIds.Encoding, Severity.High, Outcome.Error, span, message, "Save the file as UTF-8.");
}
