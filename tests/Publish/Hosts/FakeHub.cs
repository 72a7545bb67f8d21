using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using PolicyGate.Tests;

namespace PolicyGate.Publish.Tests.Hosts;

/// <summary>
/// The double of GitHub beside the repository, which checks each request against GitHub's own description. It is started
/// for one test, from a folder in which <c>npm ci</c> was run.
/// </summary>
internal sealed class FakeHub : IAsyncDisposable
{
    private readonly Process process;
    private readonly DirectoryInfo folder;
    private readonly HttpClient control = new();

    private FakeHub(Process process, DirectoryInfo folder) => (this.process, this.folder) = (process, folder);

    public Uri Api { get; private set; } = new("http://127.0.0.1/");

    /// <summary>Where it lies: the folder that the variable names, else the one beside the repository.</summary>
    public static string Place =>
        Environment.GetEnvironmentVariable("POLICYGATE_FAKEHUB") ?? Path.Combine(Repository.Shared, "tools", "fakehub");

    public static async Task<FakeHub> Start()
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("fakehub");
        string port = Path.Combine(folder.FullName, "port");
        ProcessStartInfo start = new("node", [Path.Combine(Place, "server.mjs")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["FAKEHUB_PORT"] = "0",
                ["FAKEHUB_PORT_FILE"] = port,
                ["FAKEHUB_LOG"] = Path.Combine(folder.FullName, "traffic.jsonl"),
                ["FAKEHUB_TTL"] = "300",
            },
        };
        Process process = Process.Start(start) ?? throw new InvalidOperationException("node did not start");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        FakeHub hub = new(process, folder);
        for (int attempt = 0; attempt < 600 && hub.Api.Port == 80; attempt++)
        {
            await Task.Delay(100);
            if (File.Exists(port) && int.TryParse(await File.ReadAllTextAsync(port), CultureInfo.InvariantCulture, out int number))
            {
                hub.Api = new($"http://127.0.0.1:{number}/");
            }
        }

        return hub;
    }

    public async Task Control(string method, string path, JsonNode body)
    {
        using HttpRequestMessage request = new(new(method), new Uri(Api, $"__control/{path}")) { Content = JsonContent.Create(body) };
        using HttpResponseMessage response = await control.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    public async Task<JsonNode> Ask(string path) =>
        (await control.GetFromJsonAsync<JsonNode>(new Uri(Api, $"__control/{path}"))).ShouldNotBeNull();

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        control.Dispose();
        folder.Delete(recursive: true);
    }
}

/// <summary>A test that talks to the double of GitHub; skipped, and said so, where it cannot run.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FakeHubTheoryAttribute : TheoryAttribute
{
    public override string? Skip => Directory.Exists(Path.Combine(FakeHub.Place, "node_modules"))
        ? null
        : "the double of GitHub is not here: run `npm ci` in a copy of ../shared/tools/fakehub and name it in POLICYGATE_FAKEHUB";
}
