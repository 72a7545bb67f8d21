using System.Collections.Immutable;
using PolicyGate.Drift.Fields;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift.Objects;

/// <summary>What an environment lets differ, and what is wrong with the entries that say so.</summary>
internal sealed class IgnoreBook
{
    private readonly string environment;
    private readonly ImmutableArray<IgnoreEntry> holding;

    public IgnoreBook(Environment environment, DateTimeOffset now)
    {
        this.environment = environment.Name;
        DateOnly today = DateOnly.FromDateTime(now.UtcDateTime);
        ImmutableArray<IgnoreEntry> entries = [.. environment.Node["spec.drift.ignore"].Items.Select(item => new IgnoreEntry(item))];
        holding = [.. entries.Where(entry => Refusal(entry, today) is null)];
        Findings = [.. entries.Select(entry => Refusal(entry, today)).OfType<DriftFinding>()];
    }

    public ImmutableArray<DriftFinding> Findings { get; }

    /// <summary>What security depends on is never ignored, whatever entry is wide enough for it.</summary>
    public bool Ignores(Resource resource, Difference difference) =>
        holding.Any(entry => entry.Covers(resource, difference.Git))
        && !SecurityFields.Cover(resource.Kind, difference.Git)
        && !SecurityFields.Cover(resource.Kind, difference.Live);

    private DriftFinding? Refusal(IgnoreEntry entry, DateOnly today)
    {
        if (!entry.IsUsable)
        {
            return Finding(entry, "drift/ignore-path", "path", "this is no path of a field, so that nothing is ignored", "Write it as spec.template.spec.containers.env, without numbers of items.");
        }

        if (entry.IsSecurity)
        {
            return Finding(entry, "drift/ignore-refused", "path", "what security depends on cannot be ignored here", "Have it accepted by a waiver, or correct the cluster or git.");
        }

        return today > entry.Expires
            ? Finding(entry, "drift/ignore-expired", "expires", "this entry has expired, so that nothing is ignored by it", "Correct the cluster or git and delete it, or have it approved anew.")
            : null;
    }

    private DriftFinding Finding(IgnoreEntry entry, string id, string field, string message, string remediation) => new()
    {
        Id = id,
        Severity = Severity.Medium,
        Message = message,
        Environment = environment,
        Location = entry.Node[field].Location,
        Identity = entry.Node["path"].Text,
        Remediation = remediation,
    };
}
