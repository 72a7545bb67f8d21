using System.Globalization;
using System.Text.Json;
using PolicyGate.Model;

namespace PolicyGate.Clusters.Http;

/// <summary>Puts what a cluster answered, or did not, into words. The only place where foreign text enters a message.</summary>
internal static class Wording
{
    private const int LongestMessage = 600;

    /// <summary>The server's own words of an error, from a <c>Status</c>; empty when it said nothing that can be read.</summary>
    public static string Said(ReadOnlyMemory<byte> body)
    {
        try
        {
            using JsonDocument status = JsonDocument.Parse(body);
            return status.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.TryGetProperty("message", out JsonElement message) && message.ValueKind == JsonValueKind.String
                    ? message.GetString() ?? ""
                    : "";
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    /// <summary>One visible line of bearable length without the secrets, even if somebody sent them back.</summary>
    public static string Clean(string text, IEnumerable<string> secrets)
    {
        string masked = secrets.Where(secret => secret.Length > 0)
            .Aggregate(text, (words, secret) => words.Replace(secret, "***", StringComparison.OrdinalIgnoreCase));
        string line = VisibleText.Line(masked.ReplaceLineEndings(" ").Trim());
        return line.Length <= LongestMessage ? line : string.Concat(line.AsSpan(0, Whole(line)), "…");
    }

    /// <summary>A duration as people say it.</summary>
    public static string Duration(TimeSpan span) => span.TotalSeconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes):0} min");

    private static int Whole(string line) => char.IsHighSurrogate(line[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
}
