namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// What each status means and what the reader can do about it
/// (<see href="https://docs.github.com/rest/using-the-rest-api/troubleshooting-the-rest-api">docs</see>).
/// </summary>
internal sealed class Refusals(Wording wording, RepositoryName repository)
{
    /// <summary>What an answer other than success means for the next attempt.</summary>
    public Outcome Of(GitHubRequest request, Uri address, GitHubResponse response)
    {
        string said = wording.Said(response);
        return response.Status switch
        {
            _ when RateLimit.IsMet(response, said) => new Outcome.Limited(
                wording.Problem(HostProblemKind.RateLimited, request, address, Words("GitHub's rate limit is reached", said), response),
                RateLimit.Wait(response)),
            500 or 502 or 503 or 504 => new Outcome.Lost(Failed(request, address, response, said), response.RetryAfter),
            >= 500 => new Outcome.Refused(Failed(request, address, response, said)),
            _ => new Outcome.Refused(Refused(request, address, response, said)),
        };
    }

    private HostProblem Failed(GitHubRequest request, Uri address, GitHubResponse response, string said) =>
        wording.Problem(
            HostProblemKind.Unavailable, request, address, Words("GitHub failed", said), response, "run it again; see www.githubstatus.com");

    private HostProblem Refused(GitHubRequest request, Uri address, GitHubResponse response, string said)
    {
        (HostProblemKind kind, string message, string advice) = response.Status switch
        {
            401 => (HostProblemKind.Unauthorized, "GitHub does not accept the token", "give a token that is valid and not expired"),
            403 or 451 => (HostProblemKind.Forbidden, "the token may not do this", Missing(request, response, said)),
            404 => (HostProblemKind.NotFound, "it is not there, or the token may not see it",
                $"check that {repository} is the right repository, and that the token may read it ({Needed(request, response).Words})"),
            410 => (HostProblemKind.Gone, "it was there and is deleted or switched off", ""),
            >= 400 => (HostProblemKind.Unprocessable, "GitHub does not accept the request", ""),
            _ => (HostProblemKind.Unreadable, "not an answer of GitHub's API", "check GITHUB_API_URL and what stands between here and there"),
        };
        return wording.Problem(kind, request, address, Words(message, said), response, advice);
    }

    /// <summary>
    /// "Resource not accessible by integration": the token lacks the permission. Other texts of GitHub's 403 (a locked
    /// conversation, a check run of another app) say themselves what is wrong.
    /// </summary>
    private string Missing(GitHubRequest request, GitHubResponse response, string said)
    {
        string needed = $"it needs {Needed(request, response).Words}";
        return !said.Contains("not accessible by", StringComparison.OrdinalIgnoreCase) && response.AcceptedPermissions.Length == 0
            ? needed
            : request.IsWrite
                ? needed + "; the token of a pull request from a fork or by Dependabot can only read, whatever the workflow says"
                : needed;
    }

    private Permission Needed(GitHubRequest request, GitHubResponse response) =>
        response.AcceptedPermissions.Length > 0 ? Permission.Accepted(wording.Clean(response.AcceptedPermissions)) : request.Permission;

    private static string Words(string ours, string theirs) => theirs.Length > 0 ? $"{ours}: {theirs}" : ours;
}
