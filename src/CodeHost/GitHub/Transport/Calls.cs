using System.Text.Json;

namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// Asks until there is an answer, as long as waiting is allowed and repeating is safe. A request that GitHub may have done
/// although its answer was lost is repeated only when twice is once, or after a look that shows it was not done.
/// </summary>
internal sealed class Calls(GitHubConnection connection, Attempt attempt, Pace pace, Wording wording)
{
    /// <summary>Doubled each time.</summary>
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromSeconds(1);

    /// <param name="request">What is asked.</param>
    /// <param name="read">The answer's meaning; a <see cref="JsonException"/> says that it has none.</param>
    /// <param name="look">What is there if it was done, for a request that must not be done twice.</param>
    /// <param name="cancellation">The caller's own; the only exception that leaves this.</param>
    public async Task<HostAnswer<T>> Ask<T>(
        GitHubRequest request,
        Func<GitHubResponse, T> read,
        CancellationToken cancellation,
        Func<CancellationToken, Task<HostAnswer<Listing<T>>>>? look = null)
    {
        int failures = 0, limits = 0;
        while (true)
        {
            Outcome outcome = await pace.InTurn(request.IsWrite, () => attempt.Make(request, cancellation), cancellation).ConfigureAwait(false);
            switch (Understood(outcome, request, read, out T? value))
            {
                case Outcome.Answered:
                    return value!;
                case Outcome.Refused refused:
                    return refused.Problem;
                case Outcome.Limited limited when !pace.Postpone(limited.Wait ?? RateLimit.BackOff(++limits)):
                    return Impatient(limited);
                case Outcome.NotSent notSent when !MayTryAgain(++failures, null):
                    return notSent.Problem;
                case Outcome.Lost lost:
                    bool mayTryAgain = MayTryAgain(++failures, lost.RetryAfter);
                    if (!request.IsRepeatable && await WhatWasDone(lost, look, cancellation).ConfigureAwait(false) is { } done)
                    {
                        return done;
                    }

                    if (!mayTryAgain)
                    {
                        return lost.Problem;
                    }

                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>For an answer that is complete and yet of no use, and would be the same next time.</summary>
    public HostProblem Unreadable(GitHubRequest request, string message, GitHubResponse? response = null) => wording.Problem(
        HostProblemKind.Unreadable,
        request,
        new Uri(connection.Server.Api, request.Address),
        message,
        response,
        response is null ? "" : "check GITHUB_API_URL and what stands between here and there");

    /// <summary>Null when a look shows that nothing was done, so that it may be asked again.</summary>
    private static async Task<HostAnswer<T>?> WhatWasDone<T>(
        Outcome.Lost lost, Func<CancellationToken, Task<HostAnswer<Listing<T>>>>? look, CancellationToken cancellation) =>
        look is null ? lost.Problem : await look(cancellation).ConfigureAwait(false) switch
        {
            { IsGiven: true, Value.Items: [var first, ..] } => first,
            { IsGiven: true, Value.IsComplete: true } => null,
            _ => lost.Problem,
        };

    private bool MayTryAgain(int failures, TimeSpan? retryAfter)
    {
        TimeSpan wait = FirstBackOff * Math.Pow(2, failures - 1);
        return failures < connection.Attempts && pace.Postpone(retryAfter > wait ? retryAfter.Value : wait);
    }

    /// <summary>A success that cannot be read is an answer that was lost: GitHub may have done it.</summary>
    private Outcome Understood<T>(Outcome outcome, GitHubRequest request, Func<GitHubResponse, T> read, out T? value)
    {
        value = default;
        if (outcome is not Outcome.Answered { Response: var response })
        {
            return outcome;
        }

        try
        {
            value = read(response);
            return outcome;
        }
        catch (JsonException unreadable)
        {
            string type = response.ContentType.Length > 0 ? response.ContentType : "no type";
            string place = unreadable.Path is { Length: > 0 } path ? $" at {path}" : "";
            return new Outcome.Lost(Unreadable(
                request, $"the answer ({response.Body.Length} bytes, {type}) is not what GitHub's API describes{place}", response));
        }
    }

    private HostProblem Impatient(Outcome.Limited limited) => limited.Problem with
    {
        Advice = limited.Wait is { } wait
            ? $"GitHub asks to wait {Wording.Duration(wait)}, of {Wording.Duration(connection.WaitBudget)} that this run may wait in all, "
                + $"{Wording.Duration(pace.Left)} are left; run it again later"
            : $"waiting longer than {Wording.Duration(connection.WaitBudget)} in all is not allowed to this run; run it again later",
    };
}
