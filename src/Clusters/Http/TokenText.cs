using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>Bearer tokens.</summary>
internal static class TokenText
{
    private const int BytesAtMost = 1024 * 1024;

    /// <summary>Null for what could not stand in a header.</summary>
    public static SecretText? Parse(string text) =>
        text.Trim() is { Length: > 0 } token && token.All(character => character is > ' ' and <= '~') ? new(token) : null;

    /// <summary>Null when the file has none or cannot be read.</summary>
    public static SecretText? InFile(string path)
    {
        try
        {
            return new FileInfo(path) is { Exists: true, Length: <= BytesAtMost } ? Parse(File.ReadAllText(path)) : null;
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
