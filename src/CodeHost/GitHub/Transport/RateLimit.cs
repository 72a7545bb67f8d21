namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// Whether an answer means "later"
/// (<see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit">docs</see>).
/// </summary>
internal static class RateLimit
{
    private static readonly TimeSpan Least = TimeSpan.FromSeconds(1);

    /// <summary>A limit, primary or secondary, and no missing permission: GitHub answers 403 to both.</summary>
    public static bool IsMet(GitHubResponse response, string message) => response.Status switch
    {
        429 => true,
        403 => response.RetryAfter is not null || message.Contains("rate limit", StringComparison.OrdinalIgnoreCase)
            || (response.IsQuotaUsedUp && message.Length == 0),
        _ => false,
    };

    /// <summary>How long GitHub wants to be left alone; null when it does not say.</summary>
    public static TimeSpan? Wait(GitHubResponse response) =>
        (response.RetryAfter ?? (response.IsQuotaUsedUp ? response.QuotaReset : null)) is { } wait
            ? wait < Least ? Least : wait
            : null;

    /// <summary>One minute, then doubled each time: what is waited where GitHub does not say how long.</summary>
    /// <param name="times">How often the limit was met in a row, from 1.</param>
    public static TimeSpan BackOff(int times) => GitHubLimits.SecondaryLimitWait * Math.Pow(2, Math.Min(times, 10) - 1);
}
