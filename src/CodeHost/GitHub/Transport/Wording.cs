using System.Globalization;
using System.Text.Json;
using PolicyGate.CodeHost.GitHub.Wire;
using PolicyGate.Model;

namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>Puts what GitHub answered, or did not, into words. The only place where foreign text enters a message.</summary>
internal sealed class Wording(GitHubServer server, GitHubToken token)
{
    private const int LongestMessage = 600;

    /// <summary>The problem of a request, with or without an answer.</summary>
    public HostProblem Problem(
        HostProblemKind kind, GitHubRequest request, Uri address, string message, GitHubResponse? response = null, string advice = "") => new()
        {
            Kind = kind,
            Operation = Clean(request.Operation),
            Request = $"{request.Method} {Clean("/" + Below(address))}",
            Message = Clean(message),
            Advice = Clean(advice),
            HttpStatus = response?.Status,
            RequestId = Clean(response?.RequestId ?? ""),
        };

    /// <summary>GitHub's own words of an error, with its details; empty when it said nothing that can be read.</summary>
    public string Said(GitHubResponse response)
    {
        try
        {
            ErrorWire? error = JsonSerializer.Deserialize(response.Body, GitHubJson.Default.ErrorWire);
            return error is null ? "" : Clean(string.Join(": ", Sentences(error).Where(part => part.Length > 0)));
        }
        catch (JsonException)
        {
            return "";
        }
    }

    /// <summary>One visible line of bearable length without the token, even if somebody sent it back.</summary>
    public string Clean(string text)
    {
        string line = VisibleText.Line(text.Replace(token.Reveal(), "***", StringComparison.OrdinalIgnoreCase).ReplaceLineEndings(" "));
        return line.Length <= LongestMessage ? line : string.Concat(line.AsSpan(0, Whole(line)), "…");
    }

    /// <summary>A duration as people say it.</summary>
    public static string Duration(TimeSpan span) => span.TotalSeconds < 120
        ? string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalSeconds):0} s")
        : string.Create(CultureInfo.InvariantCulture, $"{Math.Ceiling(span.TotalMinutes):0} min");

    private static IEnumerable<string> Sentences(ErrorWire error)
    {
        yield return error.Message ?? "";
        if (error.Errors is { ValueKind: JsonValueKind.Array } errors)
        {
            yield return string.Join("; ", errors.EnumerateArray().Take(10).Select(Detail).Where(text => text.Length > 0));
        }
        else if (error.Errors is { ValueKind: JsonValueKind.String } text)
        {
            yield return text.GetString() ?? "";
        }
    }

    /// <summary>One of <c>{"resource":"…","field":"…","code":"…","message":"…"}</c>, or a plain text.</summary>
    private static string Detail(JsonElement detail) => detail.ValueKind switch
    {
        JsonValueKind.String => detail.GetString() ?? "",
        JsonValueKind.Object => string.Join(' ', ((string[])["resource", "field", "code", "message"])
            .Select(name => detail.TryGetProperty(name, out JsonElement part) && part.ValueKind == JsonValueKind.String ? part.GetString() : null)
            .Where(part => !string.IsNullOrEmpty(part))),
        _ => "",
    };

    private string Below(Uri address) => server.Owns(address) ? server.Api.MakeRelativeUri(address).OriginalString : address.AbsoluteUri;

    private static int Whole(string line) => char.IsHighSurrogate(line[LongestMessage - 1]) ? LongestMessage - 1 : LongestMessage;
}
