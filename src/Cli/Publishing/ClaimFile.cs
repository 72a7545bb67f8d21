using PolicyGate.Publish.Events;

namespace PolicyGate.Cli.Publishing;

/// <summary>A file beside a report, in which the run that judged noted of which commit it is.</summary>
internal static class ClaimFile
{
    private const int Longest = 200;

    /// <summary>What it claims; empty, which is no commit, when it claims nothing that could be one.</summary>
    public static string Read(string path)
    {
        FileInfo file = new(path);
        string claim = file is { Exists: true, Length: <= Longest } ? File.ReadAllText(path).Trim() : "";
        return TargetReader.IsCommit(claim) ? claim : "";
    }
}
