using System.Net.Http.Headers;

namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// Asks once: follows redirects within the host, confirms what is known by its tag, and reads no more than agreed. Every
/// failure of the network is an outcome; only the caller's own cancellation is thrown.
/// </summary>
internal sealed class Attempt(HttpMessageInvoker network, GitHubConnection connection, Wording wording, Refusals refusals)
{
    /// <summary>The version whose documents this client follows
    /// (<see href="https://docs.github.com/rest/about-the-rest-api/api-versions">versions</see>).</summary>
    private const string ApiVersion = "2022-11-28";

    /// <summary>A renamed repository needs one.</summary>
    private const int Redirects = 5;

    private readonly Answers _answers = new();

    public async Task<Outcome> Make(GitHubRequest request, CancellationToken cancellation)
    {
        Uri address = new(connection.Server.Api, request.Address);
        using CancellationTokenSource timeout = new(connection.AttemptTimeout, connection.Time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        try
        {
            return await Follow(request, address, either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            string after = Wording.Duration(connection.AttemptTimeout);
            return new Outcome.Lost(Unavailable(request, address, $"GitHub did not answer within {after}"));
        }
        catch (HttpRequestException broken) when (IsBeforeSending(broken.HttpRequestError))
        {
            return new Outcome.NotSent(Unavailable(request, address, $"no connection to {address.Authority}: {broken.Message}"));
        }
        catch (Exception broken) when (broken is HttpRequestException or IOException or InvalidDataException)
        {
            return new Outcome.Lost(Unavailable(request, address, $"the connection to {address.Authority} broke: {broken.Message}"));
        }
    }

    private async Task<Outcome> Follow(GitHubRequest request, Uri address, CancellationToken cancellation)
    {
        for (int hop = 0; hop <= Redirects; hop++)
        {
            if (!connection.Server.Owns(address))
            {
                return Elsewhere(request, address);
            }

            Outcome outcome = await Exchange(request, address, cancellation).ConfigureAwait(false);
            if (outcome is not Outcome.Answered { Response: { Status: 301 or 302 or 307 or 308, Location: { } location } })
            {
                return outcome;
            }

            if (!Uri.TryCreate(address, location, out Uri? next))
            {
                return Unreadable(request, address, $"GitHub points to {location}, which is no address");
            }

            address = next;
        }

        return Unreadable(request, address, $"more than {Redirects} redirects, one after the other");
    }

    private async Task<Outcome> Exchange(GitHubRequest request, Uri address, CancellationToken cancellation)
    {
        GitHubResponse? known = request.IsWrite ? null : _answers.Of(address, request.Accept);
        using HttpRequestMessage message = Message(request, address, known?.ETag);
        using HttpResponseMessage answer = await network.SendAsync(message, cancellation).ConfigureAwait(false);
        byte[]? body = await ReadAtMost(answer.Content, request.BytesAtMost, cancellation).ConfigureAwait(false);
        if (body is null)
        {
            return Unreadable(request, address, $"the answer is larger than {request.BytesAtMost} bytes");
        }

        GitHubResponse response = GitHubResponse.Of(answer, body, connection.Time.GetUtcNow());
        if (response.Status == 304 && known is not null)
        {
            return new Outcome.Answered(known);
        }

        if (!request.IsWrite)
        {
            _answers.Keep(address, request.Accept, response);
        }

        bool isRedirect = response is { Status: 301 or 302 or 307 or 308, Location: not null };
        return response.IsSuccess || isRedirect ? new Outcome.Answered(response) : refusals.Of(request, address, response);
    }

    private HttpRequestMessage Message(GitHubRequest request, Uri address, string? known)
    {
        HttpRequestMessage message = new(request.Method, address);
        message.Headers.Accept.ParseAdd(request.Accept);
        message.Headers.UserAgent.Add(new ProductInfoHeaderValue("policygate", connection.Version));
        message.Headers.Add("X-GitHub-Api-Version", ApiVersion);
        message.Headers.Authorization = new("Bearer", connection.Token.Reveal());
        if (known is not null)
        {
            message.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        if (request.Body is { } body)
        {
            message.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json", "utf-8") } };
        }

        return message;
    }

    /// <summary>Null when there is more. Counted after decompression.</summary>
    private static async Task<byte[]?> ReadAtMost(HttpContent content, int most, CancellationToken cancellation)
    {
        Stream stream = await content.ReadAsStreamAsync(cancellation).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            using MemoryStream body = new();
            byte[] buffer = new byte[64 * 1024];
            while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
            {
                if (body.Length + read > most)
                {
                    return null;
                }

                body.Write(buffer, 0, read);
            }

            return body.ToArray();
        }
    }

    private static bool IsBeforeSending(HttpRequestError error) => error
        is HttpRequestError.NameResolutionError
        or HttpRequestError.ConnectionError
        or HttpRequestError.SecureConnectionError
        or HttpRequestError.ProxyTunnelError;

    private HostProblem Unavailable(GitHubRequest request, Uri address, string message) =>
        wording.Problem(HostProblemKind.Unavailable, request, address, message, advice: "run it again; see www.githubstatus.com");

    private Outcome.Refused Elsewhere(GitHubRequest request, Uri address) => Unreadable(
        request, address, $"GitHub points to {address.GetLeftPart(UriPartial.Authority)}, where the token is not sent");

    private Outcome.Refused Unreadable(GitHubRequest request, Uri address, string message) =>
        new(wording.Problem(HostProblemKind.Unreadable, request, address, message, advice: "check GITHUB_API_URL"));
}
