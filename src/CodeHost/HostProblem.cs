namespace PolicyGate.CodeHost;

/// <summary>Why the host did not do what it was asked.</summary>
public enum HostProblemKind
{
    /// <summary>The token is missing, wrong or expired (401).</summary>
    Unauthorized,

    /// <summary>The token may not do this, as with the read-only token of a fork's pull request, or nobody may now (403).</summary>
    Forbidden,

    /// <summary>It is not there, or the token may not see it (404).</summary>
    NotFound,

    /// <summary>It was there (410).</summary>
    Gone,

    /// <summary>The host does not accept the content (422 and other refusals of the request itself).</summary>
    Unprocessable,

    /// <summary>Too many requests, and waiting for the next would take longer than this run may.</summary>
    RateLimited,

    /// <summary>The host fails, does not answer in time or cannot be reached; it was asked again as often as is safe.</summary>
    Unavailable,

    /// <summary>What came is not an answer of the host: cut off, no JSON, too large, or sent elsewhere.</summary>
    Unreadable,
}

/// <summary>One refusal or failure of the host, worded for the reader of a log. Never holds the token.</summary>
public sealed record HostProblem
{
    public required HostProblemKind Kind { get; init; }

    /// <summary>What was tried, such as <c>create the check run</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Method and address without the host, such as <c>POST /repos/o/r/check-runs</c>.</summary>
    public required string Request { get; init; }

    /// <summary>What happened, with the host's own words; one line without hidden characters.</summary>
    public required string Message { get; init; }

    /// <summary>What the reader can do; empty when there is nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Null when no answer came.</summary>
    public int? HttpStatus { get; init; }

    /// <summary>By which the host's support finds the request; empty when it gave none.</summary>
    public string RequestId { get; init; } = "";

    public override string ToString() =>
        $"could not {Operation}: {Message}{(Advice.Length > 0 ? $"; {Advice}" : "")} ({Request}"
        + $"{(HttpStatus is { } status ? $", HTTP {status}" : "")}{(RequestId.Length > 0 ? $", request {RequestId}" : "")})";
}
