using System.IO.Compression;
using System.Text;
using PolicyGate.Clusters.Snapshots;
using PolicyGate.Clusters.Tests.Scripted;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests;

/// <summary>Snapshots come from other jobs, and anybody may have written them.</summary>
public sealed class SnapshotReaderTests
{
    [Fact]
    public async Task What_was_written_is_read()
    {
        string text = await Text();

        Snapshot snapshot = ListTests.Read(text);

        snapshot.Context.ShouldBe("hospital");
        snapshot.TakenAt.ShouldBe(new DateTimeOffset(2026, 3, 14, 9, 26, 53, TimeSpan.Zero));
        snapshot.ServerVersion.ShouldBe("v1.31.2");
        snapshot.IsComplete.ShouldBeTrue();
        snapshot.Objects.Length.ShouldBe(300);
        snapshot.Objects[7].Root.Location.File.ShouldBeEmpty();
        text.ShouldNotContain(ScriptedCluster.Token);
    }

    [Fact]
    public async Task Compressed_ones_too()
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(await Text()));
        }

        compressed.Position = 0;
        SnapshotReader.Read("live.json.gz", compressed, SnapshotLimits.Default).Snapshot!.Objects.Length.ShouldBe(300);
    }

    [Fact]
    public async Task Only_what_is_wanted_is_kept()
    {
        SnapshotReading reading = Read(await Text(), keep: one => one.Name is "pod-7");

        reading.Snapshot!.Objects.Single().Name.ShouldBe("pod-7");
    }

    /// <summary>However a file is cut, less of a cluster is never taken for a cluster with less.</summary>
    [Fact]
    public async Task One_that_is_cut_off_is_refused_wherever_it_is_cut()
    {
        string text = await Text();

        for (int length = 0; length < text.Length; length += 97)
        {
            Read(text[..length]).Problem.ShouldNotBeNull($"cut after {length} characters");
        }
    }

    /// <summary>Each line: what is replaced by what, and what is said then.</summary>
    [Theory]
    [InlineData("\"schemaVersion\":1", "\"schemaVersion\":2", "live.json: schemaVersion: this is not as the schema")]
    [InlineData("\"schemaVersion\":1,", "", "live.json: schemaVersion: this is not as the schema")]
    [InlineData("\"context\"", "\"unheardOf\":1,\"context\"", "live.json: unheardOf: this is not as the schema")]
    [InlineData("\"isComplete\":true", "\"isComplete\":true,\"isComplete\":true", "live.json: a field is there twice")]
    [InlineData("\"isComplete\":true}", "\"isComplete\":true}{}", "live.json: line ")]
    [InlineData("\"name\":\"pod-3\"", "\"name\":\"\"", "live.json: object 4 is not as the schema")]
    [InlineData("\"name\":\"pod-3\"", "\"name\":\"pod-3\",\"name\":\"pod-3\"", "live.json: a field is there twice")]
    [InlineData("\"name\":\"pod-3\"", "\"name\":\"\\ud800\"", "live.json: a text in it is not Unicode")]
    [InlineData("\"objects\":300", "\"objects\":299", "live.json: kinds: the objects of Pod (v1) are not as many as it says")]
    [InlineData("\"outcome\":\"read\"", "\"outcome\":\"fine\"", "live.json: kinds[0].outcome: this is not as the schema")]
    [InlineData("\"takenAt\":\"2026", "\"takenAt\":\"20x6", "live.json: takenAt: ")]
    [InlineData("\"durationSeconds\":", "\"durationSeconds\":1e999,\"x\":", "live.json: ")]
    [InlineData("\"problems\":[]", "\"problems\":null", "live.json: problems: this is not as the schema")]
    public async Task One_that_was_changed_is_refused(string what, string by, string message)
    {
        string text = await Text();
        text.ShouldContain(what);

        string said = Read(text.Replace(what, by, StringComparison.Ordinal)).Problem!.ToString();

        said.ShouldStartWith(message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"live\"")]
    [InlineData("{ \"objects\": {} }")]
    [InlineData("{ \"objects\": [1] }")]
    [InlineData("apiVersion: v1\nkind: List\n")]
    [InlineData("\u001f\u008b")]
    public void What_is_no_snapshot_is_refused(string text) => Read(text).Problem.ShouldNotBeNull();

    [Fact]
    public async Task It_may_not_cost_more_than_agreed()
    {
        string text = await Text();

        Said(new() { Bytes = 1000 }).ShouldBe("live.json: it is too large");
        Said(new() { Objects = 299 }).ShouldBe("live.json: it has too many objects");
        Said(new() { Depth = 3 }).ShouldStartWith("live.json: ");
        Read(text.Replace("pod-3\"", new string('x', 200_000) + "\"", StringComparison.Ordinal), new() { ObjectBytes = 100_000 })
            .Problem!.Message.ShouldBe("a value in it is too large");

        string Said(SnapshotLimits limits) => Read(text, limits).Problem!.ToString();
    }

    [Fact]
    public void A_file_that_is_not_there_is_a_problem() =>
        SnapshotReader.ReadFile("nowhere.json", SnapshotLimits.Default).Problem!.ToString().ShouldStartWith("nowhere.json: it cannot be read");

    [Fact]
    public async Task Thousands_of_objects_pass_through_little_memory()
    {
        string[] names = [.. Enumerable.Range(0, 500).Select(number => $"{new string('n', 8000)}-{number}")];
        using ScriptedCluster cluster = new ScriptedCluster { AnswerBytes = 8 * 1024 * 1024 }.Serving("v1 pods Pod");
        const int Pages = 20;
        for (int page = 0; page < Pages; page++)
        {
            string from = page == 0 ? "" : $"&continue={page}";
            string next = page == Pages - 1 ? "" : $"{page + 1}";
            cluster.On($"/api/v1/pods?limit=500{from}", _ => Task.FromResult(ScriptedCluster.Message(200, ScriptedCluster.List("Pod", next, names))));
        }

        using LengthOnly output = new();
        using var client = cluster.Client();
        long most = 0;
        SnapshotSummary summary = await SnapshotRun.Take(
            client, cluster.Wishes(), output, _ => most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true)), CancellationToken.None);

        summary.Objects.ShouldBe(Pages * 500);
        output.Length.ShouldBeGreaterThan(80_000_000);
        most.ShouldBeLessThan(60_000_000);
    }

    private static async Task<string> Text()
    {
        using ScriptedCluster cluster = new ScriptedCluster()
            .Serving("v1 pods Pod")
            .On("/api/v1/pods?limit=500", 200, ScriptedCluster.List("Pod", "", [.. Enumerable.Range(0, 300).Select(number => $"pod-{number}")]));
        return (await cluster.Snapshot()).Text;
    }

    private static SnapshotReading Read(string text, SnapshotLimits? limits = null, Func<LiveObject, bool>? keep = null)
    {
        using MemoryStream stream = new(Encoding.Latin1.GetBytes(text));
        return SnapshotReader.Read("live.json", stream, limits ?? SnapshotLimits.Default, keep);
    }

    /// <summary>Keeps nothing.</summary>
    private sealed class LengthOnly : MemoryStream
    {
        private long _length;

        public override long Length => _length;

        public override void Write(byte[] buffer, int offset, int count) => _length += count;

        public override void Write(ReadOnlySpan<byte> buffer) => _length += buffer.Length;
    }
}
