using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>How long something keeps the backups that it makes. Its node is where that is written, or would be.</summary>
public sealed class BackupRetention : Subject
{
    internal BackupRetention(Resource resource, Node node, Duration? kept)
        : base(resource.Environment, node)
    {
        Resource = resource;
        Kept = kept;
    }

    /// <summary>What makes the backups, or the bucket that deletes them.</summary>
    public Resource Resource { get; }

    /// <summary>The age of the oldest backup; null when nothing says, or what it says cannot be read.</summary>
    public Duration? Kept { get; }

    /// <summary>The longest time that anything keeps the same data: schedules often come as hourly, daily and monthly.</summary>
    public Duration? Longest { get; internal set; }

    /// <summary>What is saved, so that schedules of the same can be told.</summary>
    internal string Scope => Resource.Is("Schedule", "velero.io")
        ? $"velero {Resource["spec.template.includedNamespaces"]} {Resource["spec.template.labelSelector"]}"
        : Resource.Description;

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"retention of {Resource.Description}";
}
