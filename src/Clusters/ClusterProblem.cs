namespace PolicyGate.Clusters;

/// <summary>Why a cluster did not tell what it was asked.</summary>
public enum ClusterProblemKind
{
    /// <summary>It does not know who asks: the credentials are missing, wrong or expired (401), or could not be fetched.</summary>
    Unauthorized,

    /// <summary>Whoever asks may not see this (403).</summary>
    Forbidden,

    /// <summary>It is not there, or not served (404).</summary>
    NotFound,

    /// <summary>The list was begun too long ago and has to be begun anew (410).</summary>
    Expired,

    /// <summary>The answer is larger than may be read at once; a smaller page may be asked for.</summary>
    TooLarge,

    /// <summary>The cluster fails, does not answer in time or cannot be reached; it was asked again as often as is bearable.</summary>
    Unavailable,

    /// <summary>It does not do what was asked, and would not next time.</summary>
    Unsupported,

    /// <summary>What came is not an answer of the Kubernetes API.</summary>
    Unreadable,
}

/// <summary>One refusal or failure of a cluster, worded for the reader of a log. Never holds a secret.</summary>
public sealed record ClusterProblem
{
    public required ClusterProblemKind Kind { get; init; }

    /// <summary>What was asked, without the server: <c>GET /api/v1/pods</c>.</summary>
    public required string Request { get; init; }

    /// <summary>What happened, with the server's own words; one line without hidden characters.</summary>
    public required string Message { get; init; }

    /// <summary>What the reader can do; empty when there is nothing.</summary>
    public string Advice { get; init; } = "";

    /// <summary>Null when no answer came.</summary>
    public int? HttpStatus { get; init; }

    public override string ToString()
    {
        string status = HttpStatus is { } code ? $", HTTP {code}" : "";
        return $"{Message}{(Advice.Length > 0 ? $"; {Advice}" : "")} ({Request}{status})";
    }
}
