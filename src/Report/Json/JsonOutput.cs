using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using PolicyGate.Model;

namespace PolicyGate.Report.Json;

/// <summary>
/// Writes JSON to text, a stretch at a time, so that a report on a large estate needs little memory. Nothing in it is a
/// command to a build server.
/// </summary>
public sealed class JsonOutput : IDisposable
{
    private const int EnoughBytes = 64 * 1024;

    private readonly ArrayBufferWriter<byte> buffer = new(EnoughBytes);
    private readonly TextWriter output;

    public JsonOutput(TextWriter output)
    {
        this.output = output;
        JsonWriterOptions options = new() { Indented = true, NewLine = "\n", Encoder = Encoder() };
        Json = new Utf8JsonWriter(buffer, options);
    }

    public Utf8JsonWriter Json { get; }

    /// <summary>Hands on what was written, when it is worth it. Call it between the items of a long list.</summary>
    public void Drain()
    {
        if (Json.BytesPending + buffer.WrittenCount >= EnoughBytes)
        {
            Flush();
        }
    }

    public void Dispose()
    {
        Flush();
        output.Write('\n');
        Json.Dispose();
    }

    private void Flush()
    {
        Json.Flush();
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
    }

    /// <summary>Number signs are escaped: nothing on standard output can hold <c>##[</c> or <c>##vso[</c>.</summary>
    private static JavaScriptEncoder Encoder()
    {
        TextEncoderSettings settings = new(UnicodeRanges.All);
        settings.ForbidCharacters('#');
        return JavaScriptEncoder.Create(settings);
    }
}

/// <summary>Text from outside, in JSON.</summary>
public static class JsonText
{
    /// <summary>A property whose text is one line.</summary>
    public static void Text(this Utf8JsonWriter json, string name, string text) =>
        json.WriteString(name, VisibleText.Line(text));

    /// <summary>A property whose text may have lines and tabs.</summary>
    public static void Block(this Utf8JsonWriter json, string name, string text) =>
        json.WriteString(name, VisibleText.Block(text));

    /// <summary>A list of texts of one line each.</summary>
    public static void Texts(this Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (string text in texts)
        {
            json.WriteStringValue(VisibleText.Line(text));
        }

        json.WriteEndArray();
    }
}
