using PolicyGate.Drift.Fields;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Objects;

/// <summary>Says in words what differs.</summary>
/// <param name="environment">The environment's name.</param>
/// <param name="context">The cluster's.</param>
internal sealed class DriftFindings(string environment, string context)
{
    public DriftFinding Missing(Resource resource, string why) => new()
    {
        Id = DriftIds.Missing,
        Severity = Severity.High,
        Message = $"the object is not in the cluster {context}{why}",
        Environment = environment,
        Resource = resource.Reference,
        Location = resource.Node.Location,
        Remediation = "Find out who deleted it, and deploy git again; or delete it from git.",
    };

    public DriftFinding Leaving(Resource resource, LiveObject live) => Missing(resource, "") with
    {
        Message = $"the object is being deleted from the cluster {context} since {live.Root["metadata.deletionTimestamp"]}",
    };

    public DriftFinding Unknown(Resource resource, Location location, string message, string remediation) => new()
    {
        Id = DriftIds.Unknown,
        Severity = Severity.High,
        Outcome = Outcome.Error,
        Message = message,
        Environment = environment,
        Resource = resource.Reference,
        Location = location,
        Identity = message,
        Remediation = remediation,
    };

    public DriftFinding Refused(Resource resource, string why) => new()
    {
        Id = DriftIds.Refused,
        Severity = Severity.High,
        Message = $"the cluster {context} would not take what git says: {why}",
        Environment = environment,
        Resource = resource.Reference,
        Location = resource.Node.Location,
        Remediation = "Correct it in git; until then nothing of it can be deployed.",
    };

    public DriftFinding Foreign(Resource resource, string owner) => new()
    {
        Id = DriftIds.Foreign,
        Severity = Severity.High,
        Message = $"the object is of {environment} and in the namespace {resource.Namespace}, which belongs to {owner}",
        Environment = environment,
        Resource = resource.Reference,
        Location = resource.Node["metadata.namespace"].Location,
        Path = "metadata.namespace",
        Remediation = $"Move it to a namespace of {environment}, or to {owner}.",
    };

    public DriftFinding Unmanaged(LiveObject live, Location location, string whose, Severity severity) => new()
    {
        Id = whose.Length > 0 ? DriftIds.Foreign : DriftIds.Unmanaged,
        Severity = severity,
        Message = whose.Length > 0
            ? $"the object belongs to {whose} and is in a namespace of {environment}, in the cluster {context}{Maker(live)}"
            : $"the object is in the cluster {context} and not in git{Maker(live)}",
        Environment = environment,
        Resource = Reference(live),
        Location = location,
        Remediation = "Find out who made it; then put it into git or delete it from the cluster.",
    };

    public DriftFinding Of(Resource resource, Difference difference)
    {
        bool isSecurity = SecurityFields.Cover(resource.Kind, difference.Git) || SecurityFields.Cover(resource.Kind, difference.Live);
        bool isNote = difference.Git.Route.Steps is [{ Key: "metadata" }, { Key: "labels" or "annotations" }, ..];
        Node named = difference.Live.Exists ? difference.Live : difference.Git;
        return new()
        {
            Id = IdOf(difference.Kind),
            Severity = isSecurity ? Severity.High : isNote ? Severity.Low : Severity.Medium,
            Message = MessageOf(difference, named),
            Environment = environment,
            Resource = resource.Reference,
            Location = difference.Git.Location,
            Path = difference.Git.Path,
            Identity = difference.Kind is DifferenceKind.AddedByHand or DifferenceKind.Dropped ? named.StablePath : difference.Git.StablePath,
            Remediation = difference.Kind is DifferenceKind.Dropped
                ? "Deploy git again in a way that takes away what git no longer has, or put it back into git."
                : "Deploy git again, or put what the cluster has into git; then find out why it was done by hand.",
        };
    }

    private static string MessageOf(Difference difference, Node named)
    {
        string live = ValueText.Of(difference.Live, difference.IsHidden), git = ValueText.Of(difference.Git, difference.IsHidden);
        string path = FieldPath.Of(named);
        string who = Who(difference);
        return difference.Kind switch
        {
            DifferenceKind.Changed when difference.IsHidden => $"{path} is not the same in the cluster as in git; no values are shown{who}",
            DifferenceKind.Changed when ValueText.FirstDifference(difference.Git, difference.Live) is { } from =>
                $"{path} differs in the cluster {from}{who}",
            DifferenceKind.Changed when ItemsText.Of(difference) is { } items => $"{path} in the cluster {items}{who}",
            DifferenceKind.Changed => $"{path} is {live} in the cluster, {git} in git{who}",
            DifferenceKind.Gone => $"{path} is gone in the cluster; git has {git}",
            DifferenceKind.Dropped => $"{path} is still {live} in the cluster, and git no longer has it{who}",
            _ => $"{path} was added in the cluster: {live}{who}; git does not have it",
        };
    }

    private static string IdOf(DifferenceKind kind) => kind switch
    {
        DifferenceKind.AddedByHand => DriftIds.AddedByHand,
        DifferenceKind.Dropped => DriftIds.Dropped,
        _ => DriftIds.Changed,
    };

    /// <summary>A deployer's own field may have been changed by what leaves no name, as scaling did before Kubernetes 1.22.</summary>
    private static string Who(Difference difference) => difference.Managers.IsEmpty
        ? difference.Kind == DifferenceKind.AddedByHand ? " (the object no longer says by whom)" : ""
        : difference.IsByHand
            ? $" (by {string.Join(" and ", difference.Managers.Distinct())})"
            : $" (owned by {string.Join(" and ", difference.Managers.Distinct().Select(owner => owner.AsOwner))})";

    private static string Maker(LiveObject live)
    {
        FieldOwner? maker = live.Root["metadata.managedFields"].Items.Select(FieldOwner.Of)
            .OrderBy(manager => manager.Time ?? DateTimeOffset.MaxValue)
            .FirstOrDefault();
        return maker is null ? "" : $" (by {maker})";
    }

    private static ResourceReference Reference(LiveObject live) => new(live.ApiVersion, live.Kind, live.Namespace, live.Name);
}
