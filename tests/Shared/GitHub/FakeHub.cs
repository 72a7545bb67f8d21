using System.Diagnostics;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;

namespace PolicyGate.Tests.GitHub;

/// <summary>A running fakehub of one's own, and its controls.</summary>
public sealed class FakeHub : IAsyncLifetime, IDisposable
{
    private static readonly TimeSpan StartTime = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policygate-fakehub-run");
    private readonly HttpClient _control = new(new SocketsHttpHandler { UseProxy = false });
    private Process? _server;

    /// <summary>Without a slash at its end.</summary>
    public string Address { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (FakeHubFolder.Path is not { } program)
        {
            return;
        }

        string port = Path.Combine(_folder.FullName, "port");
        _server = FakeHubFolder.Start("node", program, ["server.mjs"], new()
        {
            ["FAKEHUB_PORT"] = "0",
            ["FAKEHUB_PORT_FILE"] = port,
            ["FAKEHUB_LOG"] = Path.Combine(_folder.FullName, "traffic.jsonl"),
            ["FAKEHUB_TTL"] = "600",
        });
        Stopwatch watch = Stopwatch.StartNew();
        while (!File.Exists(port) || await File.ReadAllTextAsync(port) is "")
        {
            (watch.Elapsed < StartTime && _server is { HasExited: false }).ShouldBeTrue("fakehub did not start");
            await Task.Delay(50);
        }

        Address = $"http://127.0.0.1:{await File.ReadAllTextAsync(port)}";
    }

    public Task DisposeAsync()
    {
        _server?.Kill(entireProcessTree: true);
        _server?.WaitForExit();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _server?.Dispose();
        _control.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Forgets everything and begins with this; JSON as fakehub's README describes it.</summary>
    public async Task Seed(string json)
    {
        await Send(HttpMethod.Post, "reset", "{}");
        await Send(HttpMethod.Put, "seed", json);
    }

    /// <summary>Makes requests fail; JSON as fakehub's README describes it.</summary>
    public Task Fault(string json) => Send(HttpMethod.Post, "faults", json);

    /// <summary>What of all requests was not as GitHub describes it, errors and warnings.</summary>
    public async Task<string[]> Violations() =>
        [.. (await Get("violations?level=warn")).EnumerateArray()
            .Concat((await Get("violations?level=error")).EnumerateArray())
            .Where(one => one.GetProperty("violations").GetArrayLength() > 0)
            .Select(one => one.ToString())];

    /// <summary>What the repository <c>owner/name</c> holds.</summary>
    public Task<JsonElement> State(string repository) => Get($"state?repo={repository}");

    /// <summary>Of all requests: how many of each kind, what was waited, how many at once.</summary>
    public Task<JsonElement> Summary() => Get("summary");

    private Task<JsonElement> Get(string path) => _control.GetFromJsonAsync<JsonElement>($"{Address}/__control/{path}");

    private async Task Send(HttpMethod method, string path, string json)
    {
        using HttpRequestMessage message = new(method, $"{Address}/__control/{path}")
        {
            Content = new StringContent(json, Encoding.UTF8, "application/json"),
        };
        using HttpResponseMessage answer = await _control.SendAsync(message);
        answer.IsSuccessStatusCode.ShouldBeTrue(await answer.Content.ReadAsStringAsync());
    }
}

/// <summary>A test that needs fakehub; skipped, and said so, where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FakeHubFactAttribute : FactAttribute
{
    public override string? Skip => FakeHubFolder.Missing;
}

/// <inheritdoc cref="FakeHubFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FakeHubTheoryAttribute : TheoryAttribute
{
    public override string? Skip => FakeHubFolder.Missing;
}
