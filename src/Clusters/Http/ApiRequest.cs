using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>What is asked.</summary>
/// <param name="Address">Below the server's, without a slash at its start, escaped.</param>
/// <param name="Accept">In which form.</param>
internal sealed record ApiRequest(string Address, string Accept = ApiRequest.Json)
{
    public const string Json = "application/json";

    public const string ApplyPatch = "application/apply-patch+yaml";

    /// <summary>The object that is applied as a dry run; null where something is read.</summary>
    public ReadOnlyMemory<byte>? Apply { get; init; }

    /// <summary>What the server says of a failure may be repeated.</summary>
    public bool MayQuote { get; init; } = true;

    /// <summary>Which responses say what was asked.</summary>
    public Func<ApiResponse, bool> IsAnswer { get; init; } = response => response.Status is >= 200 and < 300;

    /// <summary>For messages: without the query, in which the place in a list is long and says nothing.</summary>
    public string Words => Apply is null ? $"GET /{Path}" : $"PATCH /{Path}?dryRun=All";

    private string Path => Address.Split('?')[0];
}

/// <summary>A complete answer, whatever it says.</summary>
internal sealed record ApiResponse(int Status, ReadOnlyMemory<byte> Body, string ContentType, TimeSpan? RetryAfter);

/// <summary>What became of one attempt.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <param name="Response">What came.</param>
    /// <param name="Bearer">The token that was sent; null for none.</param>
    public sealed record Answered(ApiResponse Response, SecretText? Bearer) : Outcome;

    /// <summary>Nothing of use came; it may next time.</summary>
    public sealed record Lost(ClusterProblem Problem, TimeSpan? RetryAfter = null) : Outcome;

    /// <summary>An answer that would be the same next time.</summary>
    public sealed record Refused(ClusterProblem Problem) : Outcome;
}
