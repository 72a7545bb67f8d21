using System.Net.Http.Headers;
using System.Security.Authentication;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>
/// Asks once and reads no more than agreed. Every failure of the network is an outcome; only the caller's own cancellation
/// is thrown.
/// </summary>
internal sealed class Attempt(HttpMessageInvoker network, ClusterConnection connection, Authorization authorization, ServerTrust trust)
{
    private int _requests;

    public int Requests => Volatile.Read(ref _requests);

    public async Task<Outcome> Make(ApiRequest request, CancellationToken cancellation)
    {
        using CancellationTokenSource timeout = new(connection.AttemptTimeout, connection.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await Exchange(request, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Broken(request, $"there was no answer within {Wording.Duration(connection.AttemptTimeout)}");
        }
        catch (HttpRequestException broken) when (Cause(broken) is AuthenticationException)
        {
            string reason = trust.Refusal.Length > 0 ? trust.Refusal : Cause(broken).Message;
            return new Outcome.Refused(Problem(
                ClusterProblemKind.Unavailable, request, $"no secure connection to {connection.Access.Server.Authority}: {reason}"));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException)
        {
            return Broken(request, $"the connection to {connection.Access.Server.Authority} broke: {Cause(broken).Message}");
        }
    }

    public ClusterProblem Problem(ClusterProblemKind kind, ApiRequest request, string message, string advice = "", int? status = null) => new()
    {
        Kind = kind,
        Request = Wording.Clean(request.Words, []),
        Message = Wording.Clean(message, authorization.Secrets),
        Advice = advice,
        HttpStatus = status,
    };

    private async Task<Outcome> Exchange(ApiRequest request, CancellationToken cancellation)
    {
        using HttpRequestMessage message = Message(request);
        if (await authorization.Authorize(message, cancellation).ConfigureAwait(false) is { Length: > 0 } reason)
        {
            return new Outcome.Refused(Problem(ClusterProblemKind.Unauthorized, request, reason));
        }

        Interlocked.Increment(ref _requests);
        using HttpResponseMessage answer = await network.SendAsync(message, cancellation).ConfigureAwait(false);
        ReadOnlyMemory<byte>? body = await ReadAtMost(answer.Content, connection.AnswerBytes, cancellation).ConfigureAwait(false);
        if (body is null)
        {
            return new Outcome.Refused(Problem(
                ClusterProblemKind.TooLarge, request, $"the answer is larger than {connection.AnswerBytes / 1024 / 1024} MiB"));
        }

        string type = answer.Content.Headers.ContentType?.ToString() ?? "";
        return new Outcome.Answered(new((int)answer.StatusCode, body.Value, type, RetryAfter(answer.Headers)), Bearer(message));
    }

    private HttpRequestMessage Message(ApiRequest request)
    {
        HttpMethod method = request.Apply is null ? HttpMethod.Get : HttpMethod.Patch;
        HttpRequestMessage message = new(method, new Uri(connection.Access.Server, request.Address)) { Content = Content(request) };
        message.Headers.TryAddWithoutValidation("Accept", request.Accept);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("policygate", connection.Version));
        if (connection.Access.TlsServerName is { } name)
        {
            // .NET takes from here the name that it asks the server for and checks its certificate against.
            Uri server = connection.Access.Server;
            message.Headers.Host = server.IsDefaultPort ? name : $"{name}:{server.Port}";
        }

        return message;
    }

    private static ReadOnlyMemoryContent? Content(ApiRequest request)
    {
        if (request.Apply is not { } apply)
        {
            return null;
        }

        ReadOnlyMemoryContent content = new(apply);
        content.Headers.ContentType = new(ApiRequest.ApplyPatch);
        return content;
    }

    private static SecretText? Bearer(HttpRequestMessage message) =>
        message.Headers.Authorization is { Scheme: "Bearer", Parameter: { } token } ? new(token) : null;

    /// <summary>Null when there is more. Counted after decompression.</summary>
    private static async Task<ReadOnlyMemory<byte>?> ReadAtMost(HttpContent content, int most, CancellationToken cancellation)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            MemoryStream body = new();
            byte[] buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
            {
                if (body.Length + read > most)
                {
                    return null;
                }

                body.Write(buffer, 0, read);
            }

            return body.GetBuffer().AsMemory(0, (int)body.Length);
        }
    }

    private TimeSpan? RetryAfter(HttpResponseHeaders headers) => headers.RetryAfter switch
    {
        { Delta: { } delta } => delta,
        // By the server's own clock, where it tells, so that one of this machine that is wrong does not shorten a wait.
        { Date: { } until } => until - (headers.Date ?? connection.Time.GetUtcNow()),
        _ => null,
    };

    private Outcome.Lost Broken(ApiRequest request, string message) =>
        new(Problem(ClusterProblemKind.Unavailable, request, message));

    /// <summary>.NET's outermost message only refers to the inner one.</summary>
    private static Exception Cause(Exception exception) => exception switch
    {
        AuthenticationException => exception,
        { InnerException: { } inner } => Cause(inner),
        _ => exception,
    };
}
