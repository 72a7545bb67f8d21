using System.Globalization;
using System.Net.Http.Headers;

namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>A complete answer, whatever it says.</summary>
internal sealed record GitHubResponse
{
    public required int Status { get; init; }

    public required byte[] Body { get; init; }

    /// <summary>Without its parameters; empty when not told.</summary>
    public required string ContentType { get; init; }

    public required string? Link { get; init; }

    public required string? ETag { get; init; }

    public required Uri? Location { get; init; }

    public required TimeSpan? RetryAfter { get; init; }

    public required bool IsQuotaUsedUp { get; init; }

    /// <summary>Until the quota is full again.</summary>
    public required TimeSpan? QuotaReset { get; init; }

    public required string AcceptedPermissions { get; init; }

    public required string RequestId { get; init; }

    public bool IsSuccess => Status is >= 200 and < 300;

    public static GitHubResponse Of(HttpResponseMessage message, byte[] body, DateTimeOffset now)
    {
        HttpResponseHeaders headers = message.Headers;
        // The host's own clock, where it tells, so that one of this machine that is wrong does not shorten a wait.
        DateTimeOffset date = headers.Date ?? now;
        return new()
        {
            Status = (int)message.StatusCode,
            Body = body,
            ContentType = message.Content.Headers.ContentType?.MediaType ?? "",
            Link = First(headers, "Link"),
            ETag = First(headers, "ETag"),
            Location = headers.Location,
            RetryAfter = headers.RetryAfter switch
            {
                { Delta: { } delta } => delta,
                { Date: { } until } => until - date,
                _ => null,
            },
            IsQuotaUsedUp = First(headers, "x-ratelimit-remaining")?.Trim() == "0",
            QuotaReset = Seconds(First(headers, "x-ratelimit-reset")) is { } reset ? reset - date : null,
            AcceptedPermissions = First(headers, "X-Accepted-GitHub-Permissions") ?? "",
            RequestId = First(headers, "x-github-request-id") ?? "",
        };
    }

    private static string? First(HttpResponseHeaders headers, string name) =>
        headers.TryGetValues(name, out IEnumerable<string>? values) ? string.Join(", ", values) : null;

    private static DateTimeOffset? Seconds(string? epoch) =>
        long.TryParse(epoch, NumberStyles.None, CultureInfo.InvariantCulture, out long seconds)
        && seconds <= DateTimeOffset.MaxValue.ToUnixTimeSeconds()
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : null;
}
