using System.Net;
using System.Text;
using PolicyGate.CodeHost.GitHub;

namespace PolicyGate.CodeHost.Tests.Scripted;

/// <summary>
/// A conversation written down before it takes place: each request that is expected, with its answer beside it. A request
/// that was not expected fails the test, and so does one that did not come.
/// </summary>
internal sealed class ScriptedGitHub : HttpMessageHandler
{
    public const string Token = "ghs_NeverToBeSeen0123456789";

    private readonly Queue<(string Request, Func<CancellationToken, Task<HttpResponseMessage>> Answer)> _script = [];

    public FakeTime Time { get; } = new();

    /// <summary>What came: headers by name, and the body.</summary>
    public List<(Dictionary<string, string> Headers, string Body)> Received { get; } = [];

    public string Api { get; init; } = "https://api.github.com";

    public TimeSpan WaitBudget { get; init; } = TimeSpan.FromMinutes(10);

    public GitHubHost Client() => GitHubHost.Connect(new()
    {
        Server = GitHubServer.Parse(Api)!,
        Repository = RepositoryName.Parse("octo/platform")!,
        Token = GitHubToken.Parse(Token)!,
        Version = "1.2.3",
        AttemptTimeout = FakeTime.AttemptTimeout,
        WaitBudget = WaitBudget,
        Time = Time,
        Handler = this,
    });

    /// <summary>Expects <c>METHOD address</c> (below the API's) and answers with JSON; headers as <c>Name: value</c>.</summary>
    public ScriptedGitHub On(string request, int status, string body, params string[] headers) =>
        Answer(request, _ => Task.FromResult(Message(status, body, headers)));

    /// <summary>Expects it and fails.</summary>
    public ScriptedGitHub Breaks(string request, Exception failure) =>
        Answer(request, _ => Task.FromException<HttpResponseMessage>(failure));

    /// <summary>Expects it and says nothing until the attempt's time is over.</summary>
    public ScriptedGitHub Hangs(string request) => Answer(request, async cancellation =>
    {
        Task never = Task.Delay(Timeout.Infinite, cancellation);
        Time.LetTheAttemptTimeOut();
        await never;
        throw new InvalidOperationException("an endless wait came to an end");
    });

    public ScriptedGitHub Answer(string request, Func<CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _script.Enqueue((request, answer));
        return this;
    }

    public void ShouldBeOver() => _script.Select(step => step.Request).ShouldBeEmpty("these requests did not come");

    public static HttpResponseMessage Message(int status, string body, params string[] headers)
    {
        HttpResponseMessage message = new((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        foreach (string[] header in headers.Select(header => header.Split(": ", 2)))
        {
            if (header[0] == "Content-Type")
            {
                message.Content.Headers.ContentType = new(header[1]);
            }
            else
            {
                message.Headers.TryAddWithoutValidation(header[0], header[1]);
            }
        }

        return message;
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string came = $"{request.Method} {request.RequestUri!.AbsoluteUri.Replace(Api, "", StringComparison.Ordinal)}";
        _script.TryDequeue(out var step).ShouldBeTrue($"nothing more was expected, and there came {came}");
        came.ShouldBe(step.Request);
        Dictionary<string, string> headers = request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
            .ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase);
        Received.Add((headers, request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : ""));
        return await step.Answer(cancellationToken);
    }
}
