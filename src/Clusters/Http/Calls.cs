using System.Text.Json;

namespace PolicyGate.Clusters.Http;

/// <summary>
/// Asks until there is an answer: repeats what broke, what the server failed at, and what came at a bad time. Reading twice
/// is the same as once, and so is a dry run.
/// </summary>
internal sealed class Calls(ClusterConnection connection, Attempt attempt, Authorization authorization)
{
    /// <summary>Doubled each time.</summary>
    private static readonly TimeSpan FirstBackOff = TimeSpan.FromMilliseconds(500);

    private static readonly TimeSpan LongestBackOff = TimeSpan.FromSeconds(10);

    /// <param name="request">What is asked.</param>
    /// <param name="read">The answer's meaning; a <see cref="JsonException"/> says that it has none.</param>
    /// <param name="cancellation">The caller's own; the only exception that leaves this.</param>
    public async Task<ClusterAnswer<T>> Ask<T>(ApiRequest request, Func<ApiResponse, T> read, CancellationToken cancellation)
    {
        bool mayRenew = true;
        for (int failures = 1; ; failures++)
        {
            Outcome outcome = await attempt.Make(request, cancellation).ConfigureAwait(false);
            switch (Understood(outcome, request, read, out T? value))
            {
                case Outcome.Answered:
                    return value!;
                case Outcome.Refused { Problem: { Kind: ClusterProblemKind.Unauthorized, HttpStatus: not null } }
                    when mayRenew && authorization.Renew((outcome as Outcome.Answered)?.Bearer):
                    mayRenew = false;
                    break;
                case Outcome.Refused refused:
                    return refused.Problem;
                case Outcome.Lost lost when failures >= connection.Attempts:
                    return lost.Problem with { Advice = $"asked {connection.Attempts} times" };
                case Outcome.Lost { RetryAfter: { } wait } lost when wait > connection.LongestWait:
                    return lost.Problem with { Advice = $"it asks to wait {Wording.Duration(wait)}, which is too long" };
                case Outcome.Lost lost:
                    await Task.Delay(Pause(failures, lost.RetryAfter), connection.Time, cancellation).ConfigureAwait(false);
                    break;
                default:
                    break;
            }
        }
    }

    /// <summary>At least as long as the server wants; the rest grows and is half left to chance.</summary>
    private TimeSpan Pause(int failures, TimeSpan? retryAfter)
    {
        TimeSpan backOff = FirstBackOff * Math.Pow(2, Math.Min(failures, 10) - 1);
        TimeSpan most = backOff < LongestBackOff ? backOff : LongestBackOff;
        TimeSpan jittered = most * (0.5 + connection.Chance() / 2);
        return retryAfter is { } asked && asked > TimeSpan.Zero ? asked + jittered - (most * 0.5) : jittered;
    }

    /// <summary>An answer that cannot be read was cut off on its way, or comes from somebody in between.</summary>
    private Outcome Understood<T>(Outcome outcome, ApiRequest request, Func<ApiResponse, T> read, out T? value)
    {
        value = default;
        if (outcome is not Outcome.Answered { Response: var response })
        {
            return outcome;
        }

        try
        {
            if (!request.IsAnswer(response))
            {
                return Refusal(request, response);
            }

            value = read(response);
            return outcome;
        }
        catch (JsonException)
        {
            string type = response.ContentType.Length > 0 ? response.ContentType : "no type";
            return new Outcome.Lost(attempt.Problem(
                ClusterProblemKind.Unreadable,
                request,
                $"the answer ({response.Body.Length} bytes, {type}) is cut off or not what the Kubernetes API describes"));
        }
    }

    /// <summary>What each status means
    /// (<see href="https://github.com/kubernetes/community/blob/master/contributors/devel/sig-architecture/api-conventions.md#http-status-codes">conventions</see>).</summary>
    private Outcome Refusal(ApiRequest request, ApiResponse response)
    {
        (ClusterProblemKind kind, string words, string advice) = response.Status switch
        {
            401 => (ClusterProblemKind.Unauthorized, "the cluster does not accept the credentials", "renew them"),
            403 when request.Apply is not null =>
                (ClusterProblemKind.Forbidden, "the account may not patch this", "give it the verb patch, and create for what is not there yet"),
            403 => (ClusterProblemKind.Forbidden, "the account may not read this", "give it the verbs get and list"),
            404 => (ClusterProblemKind.NotFound, "it is not there", ""),
            409 => (ClusterProblemKind.Unavailable, "the object was changed at the same time", ""),
            410 => (ClusterProblemKind.Expired, "the list has expired", ""),
            429 => (ClusterProblemKind.Unavailable, "the cluster has too much to do", ""),
            >= 500 => (ClusterProblemKind.Unavailable, "the cluster failed", ""),
            >= 300 and < 400 => (ClusterProblemKind.Unreadable, "the address leads elsewhere, where the credentials are not sent", "check `server`"),
            _ => (ClusterProblemKind.Unsupported, "the cluster does not accept the request", ""),
        };
        string said = request.MayQuote ? Wording.Said(response.Body) : "";
        ClusterProblem problem = attempt.Problem(kind, request, said.Length > 0 ? $"{words}: {said}" : words, advice, response.Status);
        return response.Status is 409 or 429 or >= 500 ? new Outcome.Lost(problem, response.RetryAfter) : new Outcome.Refused(problem);
    }
}
