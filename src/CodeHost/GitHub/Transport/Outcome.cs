namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>What became of one attempt.</summary>
internal abstract record Outcome
{
    private Outcome()
    {
    }

    /// <summary>GitHub answered, yes or no.</summary>
    public sealed record Answered(GitHubResponse Response) : Outcome;

    /// <summary>No answer, and GitHub cannot have done it: no connection came about.</summary>
    public sealed record NotSent(HostProblem Problem) : Outcome;

    /// <summary>No answer that can be used, and GitHub may have done it.</summary>
    public sealed record Lost(HostProblem Problem, TimeSpan? RetryAfter = null) : Outcome;

    /// <summary>An answer that would be the same next time.</summary>
    public sealed record Refused(HostProblem Problem) : Outcome;

    /// <summary>Too many requests; this one was not done.</summary>
    public sealed record Limited(HostProblem Problem, TimeSpan? Wait) : Outcome;
}
