using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Assessments;
using PolicyGate.Texts;

namespace PolicyGate.Report;

/// <summary>The names and numbers that all formats write the same way.</summary>
internal static class Wording
{
    /// <summary>The sign of life of a cluster: what was read, when, and what was not.</summary>
    public static string Seen(ClusterSummary cluster)
    {
        if (cluster is { Problems.IsEmpty: false, KindsRead: 0 })
        {
            return $"cluster {cluster.Context}: nothing was read";
        }

        string unknown = cluster.KindsUnknown.IsEmpty ? "" : $", {Words.Count(cluster.KindsUnknown.Length, "kind", "kinds")} unknown";
        string seconds = cluster.Duration.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        string version = cluster.ServerVersion.Length > 0 ? $" ({cluster.ServerVersion})" : "";
        return $"cluster {cluster.Context}{version}: {Words.Count(cluster.Objects, "object", "objects")} of "
            + $"{Words.Count(cluster.KindsRead, "kind", "kinds")} read in {seconds} s at {Instant(cluster.TakenAt)}{unknown}"
            + (cluster.HasUncomparedSecrets ? "; values of Secrets were not compared" : "");
    }

    public static string Name(this Side side) => side switch
    {
        Side.Git => "git",
        Side.Live => "live",
        Side.Both => "both",
        _ => throw new ArgumentOutOfRangeException(nameof(side)),
    };

    public static string Name(this Outcome outcome) => outcome switch
    {
        Outcome.Pass => "pass",
        Outcome.Fail => "fail",
        Outcome.NotApplicable => "notApplicable",
        Outcome.Error => "error",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    public static string Name(this FixOperation operation) => operation switch
    {
        FixOperation.Set => "set",
        FixOperation.Remove => "remove",
        FixOperation.Append => "append",
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };

    public static string Name(this Standing standing) => standing switch
    {
        Standing.Counts => "counts",
        Standing.KnownBefore => "known-before",
        Standing.OutsideChange => "outside-change",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    public static string Name(this ErrorCode code) => code switch
    {
        ErrorCode.Error => "error",
        ErrorCode.Refused => "refused",
        ErrorCode.Budget => "budget",
        ErrorCode.Timeout => "timeout",
        ErrorCode.Memory => "memory",
        ErrorCode.Crash => "crash",
        ErrorCode.Unstable => "unstable",
        ErrorCode.Unknown => "unknown",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    /// <summary>Said of a finding that is no verdict; empty for others.</summary>
    public static string Unjudged(Finding finding)
    {
        string code = finding.Code is { } known ? $" ({known.Name()})" : "";
        return finding.Verdict == Outcome.Error ? $"could not be judged{code}" : "";
    }

    /// <summary>What this machine does not offer to confine policies that did not ship; empty when nothing lacks.</summary>
    public static string MissingIsolation(Assessment assessment)
    {
        ImmutableArray<MissingIsolation> missing = assessment.Isolation?.Missing ?? [];
        string measures = string.Join(", ", missing.Select(one => $"{one.Measure} ({one.Reason})"));
        return missing.IsEmpty ? "" : $"policies that did not ship ran without {measures}; --require-isolation refuses that";
    }

    /// <summary>What the change did to the findings.</summary>
    public static string Change(BaselineComparison comparison)
    {
        int unaffected = comparison.Unaffected.Length;
        string environments = unaffected > 0 ? $"; {Words.Count(unaffected, "environment", "environments")} not affected" : "";
        return $"{Words.Number(comparison.Introduced)} introduced, {Words.Number(comparison.Fixed.Length)} fixed, "
            + $"{Words.Number(comparison.Unchanged)} unchanged{environments}";
    }

    /// <summary>The commit that was compared with, as short as git shows it.</summary>
    public static string Commit(BaselineComparison comparison) => comparison.Revision[..Math.Min(ShortCommit, comparison.Revision.Length)];

    /// <summary>Why a finding does not count, for people.</summary>
    public static string Reason(this Standing standing) =>
        standing == Standing.KnownBefore ? "there before the change" : "outside the change";

    /// <summary>RFC 3339 in UTC, to the second.</summary>
    public static string Instant(DateTimeOffset instant) =>
        instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    /// <summary>Text that its author broke into lines, as one line.</summary>
    public static string Unwrapped(string text) =>
        string.Join(' ', text.Split(['\r', '\n'], Parts));

    /// <summary>At most that many characters, with a mark where some are gone; never half a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
        {
            return text;
        }

        int end = length - Gone.Length;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[end - 1]) ? end - 1 : end), Gone);
    }

    private const int ShortCommit = 10;

    private const StringSplitOptions Parts = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;

    private const string Gone = "... (cut)";
}
