namespace PolicyGate.Clusters.Http;

/// <summary>What is read.</summary>
/// <param name="Address">Below the server's, without a slash at its start, escaped.</param>
/// <param name="Accept">In which form.</param>
internal sealed record ApiRequest(string Address, string Accept = ApiRequest.Json)
{
    public const string Json = "application/json";

    /// <summary>For messages: without the query, in which the place in a list is long and says nothing.</summary>
    public string Words => $"GET /{Address.Split('?')[0]}";
}

/// <summary>A complete answer, whatever it says.</summary>
internal sealed record ApiResponse(int Status, ReadOnlyMemory<byte> Body, string ContentType, TimeSpan? RetryAfter);

/// <summary>What became of one attempt.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    public sealed record Answered(ApiResponse Response) : Outcome;

    /// <summary>Nothing of use came; it may next time.</summary>
    public sealed record Lost(ClusterProblem Problem, TimeSpan? RetryAfter = null) : Outcome;

    /// <summary>An answer that would be the same next time.</summary>
    public sealed record Refused(ClusterProblem Problem) : Outcome;
}
