using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Merging;
using PolicyGate.Publish.Received;
using PolicyGate.Tests;

namespace PolicyGate.Publish.Tests;

/// <summary>
/// Reports that are merged. Each folder of <c>merging</c> has the reports, a command and the report that comes of them. To
/// accept what the program writes now, run the tests with <c>POLICYGATE_ACCEPT=1</c> and read the difference.
/// </summary>
public sealed class MergingTests
{
    private const string Version = "0.1.0";

    private static readonly string Root = Repository.At("tests", "Publish", "merging");

    public static TheoryData<string> Cases =>
        [.. Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Reports_become_one_whatever_their_order(string name)
    {
        (ImmutableArray<ReportFile> files, int? shards) = ReadCommand(name);
        string actual = Json(ReportMerger.Merge(files, shards, Version));
        string expected = Path.Combine(Root, name, "expected", "report.json");
        if (Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(expected)!);
            File.WriteAllText(expected, actual);
        }

        actual.ShouldBe(File.ReadAllText(expected));
        Json(ReportMerger.Merge(files.Reverse(), shards, Version)).ShouldBe(actual);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Publishing_takes_what_was_merged(string name)
    {
        (ImmutableArray<ReportFile> files, int? shards) = ReadCommand(name);
        MergedReport merged = ReportMerger.Merge(files, shards, Version);

        ReceivedReport received = ReportReader.Read(Encoding.UTF8.GetBytes(Json(merged)));

        received.Problems.ShouldBeEmpty();
        received.Gate.ShouldBe(merged.Gate);
        received.Clusters.Sum(cluster => cluster.Objects).ShouldBe(merged.Clusters.Sum(cluster => cluster.Objects));
        received.Findings.Count(finding => finding.Verdict == Outcome.Error && finding.Policy.StartsWith("report/", StringComparison.Ordinal))
            .ShouldBe(merged.Problems.Length);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Merging_again_changes_nothing(string name)
    {
        (ImmutableArray<ReportFile> files, int? shards) = ReadCommand(name);
        string once = Json(ReportMerger.Merge(files, shards, Version));
        using Scratch scratch = new();

        string twice = Json(ReportMerger.Merge([scratch.Write("once.json", once)], null, Version));

        twice.ShouldBe(once);
    }

    /// <summary>Wherever a report of a whole, open set is cut off.</summary>
    [Fact]
    public void A_report_that_was_cut_off_never_leaves_the_gate_open()
    {
        (ImmutableArray<ReportFile> files, int? shards) = ReadCommand("all-is-well");
        byte[] whole = File.ReadAllBytes(files[1].Path).AsSpan().TrimEnd((byte)'\n').ToArray();
        using Scratch scratch = new();
        ReportMerger.Merge(files, shards, Version).Gate.ShouldBe(Gate.Open);

        for (int length = 0; length < whole.Length; length += 7)
        {
            ReportFile cut = scratch.Write("cut.json", Encoding.UTF8.GetString(whole.AsSpan(0, length)));
            ReportMerger.Merge([files[0], cut], shards, Version).Gate.ShouldBe(Gate.Inconclusive, $"cut after {length} bytes");
        }
    }

    /// <summary>Whatever part of a report of a whole, open set is taken away or is something else.</summary>
    [Theory]
    [InlineData("null")]
    [InlineData("7.5")]
    [InlineData("[[]]")]
    public void A_report_with_a_damaged_part_is_told_or_makes_no_difference(string damage)
    {
        (ImmutableArray<ReportFile> files, int? shards) = ReadCommand("all-is-well");
        JsonObject whole = JsonNode.Parse(File.ReadAllText(files[1].Path))!.AsObject();
        string[] free = ["failOn", "isolation", "comparison"];
        using Scratch scratch = new();
        foreach (string field in whole.Select(field => field.Key))
        {
            JsonObject damaged = whole.DeepClone().AsObject();
            damaged[field] = JsonNode.Parse(damage);
            MergedReport merged = ReportMerger.Merge([files[0], scratch.Write("b.json", damaged.ToJsonString())], shards, Version);

            Gate expected = damage == "null" && free.Contains(field) ? Gate.Open : Gate.Inconclusive;
            merged.Gate.ShouldBe(expected, $"{field} is {damage}: {string.Join("; ", merged.Problems)}");
        }
    }

    [Fact]
    public void Nothing_at_all_is_not_well() => ReportMerger.Merge([], null, Version).Gate.ShouldBe(Gate.Inconclusive);

    [Fact]
    public void Counts_too_great_for_a_report_are_the_most_it_can_hold()
    {
        (ImmutableArray<ReportFile> files, _) = ReadCommand("all-is-well");
        using Scratch scratch = new();
        ReportFile[] great =
        [
            .. files.Select((file, index) =>
            {
                JsonObject report = JsonNode.Parse(File.ReadAllText(file.Path))!.AsObject();
                report["summary"]!["resources"] = int.MaxValue;
                return scratch.Write($"{index}.json", report.ToJsonString());
            }),
        ];

        ReceivedReport received = ReportReader.Read(Encoding.UTF8.GetBytes(Json(ReportMerger.Merge(great, 2, Version))));

        received.Problems.ShouldBeEmpty();
        received.Summary.Resources.ShouldBe(int.MaxValue);
    }

    private static (ImmutableArray<ReportFile> Files, int? Shards) ReadCommand(string name)
    {
        string[] words = File.ReadAllText(Path.Combine(Root, name, "command.txt")).Split((char[])[' ', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries);
        int option = Array.IndexOf(words, "--shards");
        return (
            [.. words.Take(option < 0 ? words.Length : option).Select(file => new ReportFile(file, Path.Combine(Root, name, file)))],
            option < 0 ? null : int.Parse(words[option + 1], CultureInfo.InvariantCulture));
    }

    private static string Json(MergedReport report)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, new() { Indented = true, NewLine = "\n" }))
        {
            report.Write(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>A directory that is gone after the test.</summary>
    private sealed class Scratch : IDisposable
    {
        private readonly DirectoryInfo directory = Directory.CreateTempSubdirectory("policygate-merging-");

        public ReportFile Write(string name, string text)
        {
            string path = Path.Combine(directory.FullName, name);
            File.WriteAllText(path, text);
            return new(name, path);
        }

        public void Dispose() => directory.Delete(recursive: true);
    }
}
