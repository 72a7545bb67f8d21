using System.Text;

namespace PolicyGate.Load.Files;

/// <summary>The text of a collected file, read again: to quote it, or to mend it.</summary>
public static class SourceText
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>The text as it is quoted, without a byte order mark; null when there is no such text.</summary>
    /// <param name="root">The repository root, absolute.</param>
    /// <param name="file">Relative to it, with forward slashes.</param>
    public static string? Read(string root, string file)
    {
        using FileBytes? bytes = Bytes(root, file);
        using FileText? text = bytes is null ? null : TextDecoder.Decode(bytes.Content, out _);
        return text?.Content.ToString();
    }

    /// <summary>
    /// The text with its byte order mark, so that it can be written back; null for anything but UTF-8, which nothing
    /// here writes.
    /// </summary>
    public static string? ReadForEditing(string root, string file)
    {
        using FileBytes? bytes = Bytes(root, file);
        try
        {
            return bytes is null ? null : Strict.GetString(bytes.Content);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    /// <summary>Writes an edited text back.</summary>
    public static void Write(string root, string file, string text) =>
        File.WriteAllBytes(Path.Combine(root, file), Strict.GetBytes(text));

    private static FileBytes? Bytes(string root, string file) =>
        file.Length == 0
            ? null
            : FileBytes.Read(root, new FoundFile(file, Path.Combine(root, file), IsNamed: false), LoadLimits.Default, out _);
}
