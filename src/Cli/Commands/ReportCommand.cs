using System.Collections.Immutable;
using System.CommandLine;
using PolicyGate.Cli.Check;
using PolicyGate.Publish.Merging;
using PolicyGate.Report.Json;
using PolicyGate.Texts;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate report merge</c>: one report of the reports of several machines.</summary>
internal static class ReportCommand
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "JSON reports; of a directory, all files in it whose name ends in .json",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<int?> Shards = new("--shards")
    {
        Description = "how many reports there must be; with fewer the gate is inconclusive",
        HelpName = "N",
    };

    private static readonly Option<string> OutputFile = new("--output")
    {
        Description = "where the merged report is written",
        HelpName = "FILE",
        Required = true,
    };

    public static Command Create()
    {
        Command merge = new("merge", "make one report of those of several runs") { Files, Shards, OutputFile };
        merge.SetAction(Merge);
        return new("report", "work with JSON reports") { merge };
    }

    private static int Merge(ParseResult parsed)
    {
        string output = parsed.GetValue(OutputFile)!;
        ImmutableArray<ReportFile> files = FilesOf(parsed.GetValue(Files)!, output);
        MergedReport report = ReportMerger.Merge(files, ShardsOf(parsed), ReportWriter.Version);
        ReportWriter.WriteToFile(output, writer =>
        {
            using JsonOutput json = new(writer);
            report.Write(json.Json);
        });
        Tell(report, files.Length, output);
        return ExitCode.Of(report.Gate);
    }

    private static void Tell(MergedReport report, int files, string output)
    {
        foreach (string problem in report.Problems)
        {
            ErrorOutput.Write($"policygate: {problem}");
        }

        long objects = report.Clusters.Sum(cluster => (long)cluster.Objects);
        StandardOutput.Write(
            $"gate {report.Gate.Name()}: {Words.Number(report.Reports)} of {Words.Count(files, "report", "reports")} merged, "
            + $"{Words.Count(report.Clusters.Length, "cluster", "clusters")} with {objects} objects, "
            + $"{Words.Count(report.Findings, "finding", "findings")}; written to {output}");
    }

    private static int? ShardsOf(ParseResult parsed) => parsed.GetValue(Shards) is var shards and (null or > 0)
        ? shards
        : throw new UsageException("--shards takes a number from 1 on");

    private static ImmutableArray<ReportFile> FilesOf(string[] names, string output)
    {
        ImmutableArray<ReportFile> files =
        [
            .. names.Where(name => !Directory.Exists(name)).Select(name => new ReportFile(name, name)),
            .. names.Where(Directory.Exists).SelectMany(directory => Within(directory, output)),
        ];
        if (files.GroupBy(file => Path.GetFullPath(file.Path)).FirstOrDefault(same => same.Count() > 1) is { } twice)
        {
            throw new UsageException($"'{twice.First().Name}' is named twice");
        }

        return files.All(file => !IsSame(file.Path, output))
            ? files
            : throw new UsageException($"--output '{output}' is one of the reports that are merged: name another file");
    }

    /// <summary>Without what an earlier merging has left there.</summary>
    private static IEnumerable<ReportFile> Within(string directory, string output) =>
        from path in Directory.EnumerateFiles(directory, "*.json")
        where !IsSame(path, output)
        select new ReportFile(path.Replace('\\', '/'), path);

    private static bool IsSame(string one, string other) => Path.GetFullPath(one) == Path.GetFullPath(other);
}
