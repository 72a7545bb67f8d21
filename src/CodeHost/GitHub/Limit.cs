using System.Globalization;
using System.Text;

namespace PolicyGate.CodeHost.GitHub;

/// <summary>Refuses what GitHub would refuse: whoever called has not cut its text, which is a bug there.</summary>
internal static class Limit
{
    /// <summary>In UTF-16 units, of which there are never fewer than characters.</summary>
    public static void Characters(string text, int most, string what)
    {
        if (text.Length > most)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{what} has {text.Length} characters, more than {most}"));
        }
    }

    /// <summary>In UTF-8.</summary>
    public static void Bytes(string text, int most, string what)
    {
        if (Encoding.UTF8.GetByteCount(text) is var bytes && bytes > most)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"{what} has {bytes} bytes, more than {most}"));
        }
    }

    public static void NotBlank(string text, string what) => That(!string.IsNullOrWhiteSpace(text), $"{what} is blank");

    /// <summary>A full commit id: SHA-1, or SHA-256 where a repository uses that.</summary>
    public static void Sha(string sha) =>
        That(sha.Length is 40 or 64 && sha.All(char.IsAsciiHexDigit), $"'{sha}' is no full commit id");

    public static void WebAddress(Uri? address) =>
        That(address is null || address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp, $"{address} is no web address");

    public static void That(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new ArgumentException(otherwise);
        }
    }
}
