using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>A <c>format</c>: those of JSON Schema and OpenAPI that custom resources use.</summary>
/// <param name="Description">For people, to follow "is not".</param>
/// <param name="Admits">Whether a scalar has it; one of another type has every format.</param>
internal sealed record SchemaFormat(string Description, Func<Node, bool> Admits)
{
    private static readonly Dictionary<string, SchemaFormat> Formats = new(StringComparer.Ordinal)
    {
        ["date"] = OfText("a date such as `2026-10-02`", IsDate),
        ["date-time"] = OfText("a time such as `2026-10-02T20:00:00Z`", IsDateTime),
        // Not ISO 8601's, as JSON Schema has it, but Go's, as the API server has it.
        ["duration"] = OfText("a duration such as `15m`, `1h30m` or `2d`", text => Duration.TryParse(text, out _)),
        ["ipv4"] = OfText("an IPv4 address", text => IsAddress(text, AddressFamily.InterNetwork)),
        ["ipv6"] = OfText("an IPv6 address", text => IsAddress(text, AddressFamily.InterNetworkV6)),
        ["cidr"] = OfText("a network such as `10.0.0.0/8`", IsNetwork),
        ["uri"] = OfText("a URI", IsUri),
        ["uuid"] = OfText("a UUID", text => Guid.TryParseExact(text, "D", out _)),
        ["byte"] = OfText("base64", text => Base64.IsValid(text)),
        ["int32"] = new("an integer of 32 bits", node => IsBelow(node, Math.ScaleB(1, 31))),
        ["int64"] = new("an integer of 64 bits", node => node.Integer is not null || IsBelow(node, Math.ScaleB(1, 63))),
        ["float"] = new("a number", _ => true),
        ["double"] = new("a number", _ => true),
        ["password"] = new("a string", _ => true),
    };

    public static SchemaFormat? Named(string name) => Formats.GetValueOrDefault(name);

    private static SchemaFormat OfText(string description, Predicate<string> admits) =>
        new(description, node => !node.IsString || admits(node.Text));

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    /// <summary>RFC 3339: https://www.rfc-editor.org/rfc/rfc3339#section-5.6.</summary>
    private static bool IsDateTime(string text) =>
        DateTimeOffset.TryParseExact(
            text.ToUpperInvariant(),
            ["yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out _)
        && (text[^1] is 'Z' or 'z' || text[^6] is '+' or '-');

    private static bool IsBelow(Node place, double limit) =>
        JsonNumber.Of(place) is not { } number || (number >= -limit && number < limit);

    private static bool IsNetwork(string text) => text.Contains('/') && IPNetwork.TryParse(text, out _);

    /// <summary>A path of the file system is taken for a URI on some systems; it has no scheme.</summary>
    private static bool IsUri(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
        && text.StartsWith($"{uri.Scheme}:", StringComparison.OrdinalIgnoreCase);

    private static bool IsAddress(string text, AddressFamily family) =>
        IPAddress.TryParse(text, out IPAddress? address) && address.AddressFamily == family;
}
