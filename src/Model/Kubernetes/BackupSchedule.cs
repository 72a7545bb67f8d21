using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One schedule of backups, of a PostgreSQL or of a volume.</summary>
/// <param name="Place">Where it is written: what a reader should see.</param>
/// <param name="Defect">Why it backs nothing up, or null when it works.</param>
public sealed record BackupSchedule(Node Place, string? Defect)
{
    private readonly Node? time;

    /// <summary>Where its time is written, or would be.</summary>
    public Node Time
    {
        get => time ?? Place;
        init => time = value;
    }

    /// <summary>When it runs where nothing is written.</summary>
    internal string DefaultTime { get; init; } = "";

    /// <summary>
    /// The longest time between two backups; null for one that never runs, or whose time cannot be read.
    /// </summary>
    public Duration? LongestGap =>
        CronSchedule.TryParse(Time.IsMissing ? DefaultTime : Time.Text, out CronSchedule? schedule) ? schedule.LongestGap : null;
}
