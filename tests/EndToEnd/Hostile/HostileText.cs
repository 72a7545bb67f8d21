using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PolicyGate.Tests;

/// <summary>
/// The notation of fixtures for what nobody wants to read or an editor would not keep: <c>⟦500×(⟧</c> is five hundred
/// brackets (<c>#</c> in it is the number of the turn, <c>#⁺</c> the next), <c>⟦char 202E⟧</c> a code point,
/// <c>⟦byte FF⟧</c> a byte that need not be UTF-8, <c>⟦port⟧</c> the port of the canary listener.
/// </summary>
internal static partial class HostileText
{
    public static byte[] Expand(string written, int port)
    {
        using MemoryStream bytes = new();
        int from = 0;
        foreach (Match match in Notation().Matches(written))
        {
            bytes.Write(Encoding.UTF8.GetBytes(written[from..match.Index]));
            bytes.Write(Meaning(match, port));
            from = match.Index + match.Length;
        }

        bytes.Write(Encoding.UTF8.GetBytes(written[from..]));
        return bytes.ToArray();
    }

    [GeneratedRegex("⟦(?:(?<times>[0-9]+)×(?<text>[^⟧]*)|char (?<char>[0-9A-F]+)|byte (?<byte>[0-9A-F]{2})|port)⟧")]
    private static partial Regex Notation();

    private static byte[] Meaning(Match match, int port) => match switch
    {
        _ when match.Groups["times"].Success => Encoding.UTF8.GetBytes(Repeated(match)),
        _ when match.Groups["char"].Success => Encoding.UTF8.GetBytes(char.ConvertFromUtf32(Hexadecimal(match.Groups["char"]))),
        _ when match.Groups["byte"].Success => [(byte)Hexadecimal(match.Groups["byte"])],
        _ => Encoding.UTF8.GetBytes(port.ToString(CultureInfo.InvariantCulture)),
    };

    private static string Repeated(Match match)
    {
        StringBuilder text = new();
        for (int turn = 0; turn < int.Parse(match.Groups["times"].ValueSpan, CultureInfo.InvariantCulture); turn++)
        {
            text.Append(match.Groups["text"].Value
                .Replace("#⁺", (turn + 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
                .Replace("#", turn.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        return text.ToString();
    }

    private static int Hexadecimal(Group digits) =>
        int.Parse(digits.ValueSpan, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
