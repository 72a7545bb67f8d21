using System.Text;
using System.Text.Json;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>A snapshot that a test took.</summary>
internal sealed record Taken(SnapshotSummary Summary, string Text)
{
    private readonly JsonElement[] _objects = [.. JsonDocument.Parse(Text).RootElement.GetProperty("objects").EnumerateArray()];

    public static async Task<Taken> From(ClusterConnection connection, SnapshotWishes wishes)
    {
        using KubernetesCluster cluster = KubernetesCluster.Connect(connection);
        using MemoryStream output = new();
        using CancellationTokenSource hung = new(TimeSpan.FromMinutes(2));
        SnapshotSummary summary = await SnapshotRun.Take(cluster, wishes, output, _ => { }, hung.Token);
        return new(summary, Encoding.UTF8.GetString(output.ToArray()));
    }

    public IEnumerable<string> Names(string kind) =>
        _objects.Where(one => one.GetProperty("kind").GetString() == kind).Select(one => one.GetProperty("metadata").GetProperty("name").GetString()!);

    public string Object(string name) => _objects.Single(one => one.GetProperty("metadata").GetProperty("name").GetString() == name).GetRawText();

    /// <summary>Their whole texts.</summary>
    public string[] Of(KindAccount kind) =>
    [
        .. _objects.Where(one => one.GetProperty("kind").GetString() == kind.Kind
                && one.GetProperty("apiVersion").GetString() == (kind.Group.Length == 0 ? kind.Version : $"{kind.Group}/{kind.Version}"))
            .Select(one => one.GetRawText()),
    ];
}
