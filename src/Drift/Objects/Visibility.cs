using PolicyGate.Model.Assessments;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Live;

namespace PolicyGate.Drift.Objects;

/// <summary>Tells of which objects of git nothing can be said, and why.</summary>
internal sealed class Visibility(LiveIndex live, DriftFindings findings)
{
    private readonly Snapshot snapshot = live.Snapshot;

    /// <summary>Secrets were not to be read, which the report says of the cluster as a whole.</summary>
    public bool IsUnread(Resource resource) =>
        resource is { Kind: "Secret", Group: "" }
        && !snapshot.Secrets.WereRead
        && live.Account("", "Secret") is { Outcome: KindOutcome.LeftOut };

    /// <summary>Why nothing can be said about an object of git; null when something can.</summary>
    public DriftFinding? Unknown(Resource resource)
    {
        KindAccount? account = live.Account(resource.Group, resource.Kind);
        bool isOutside = resource.IsNamespaced && !snapshot.Namespaces.IsEmpty && !snapshot.Namespaces.Contains(resource.Namespace);
        return account switch
        {
            _ when resource.Name.Length == 0 || resource.Node["metadata.name"].IsMissing => findings.Unknown(
                resource,
                resource.Node["metadata"].Location,
                $"the object has no name of its own, so that it cannot be found in the cluster {snapshot.Context}",
                "Give it a name; or mark it as a hook of the tool that deploys it."),
            { Outcome: KindOutcome.Unknown } => findings.Unknown(
                resource,
                resource.Node["kind"].Location,
                $"whether the object is as git says is unknown: {account} could not be read in the cluster {snapshot.Context}: {account.Why}",
                "Let the account that reads the cluster list this kind, or mend what the reason says; then look again."),
            { Outcome: KindOutcome.LeftOut } => findings.Unknown(
                resource,
                resource.Node["kind"].Location,
                $"whether the object is as git says is unknown: {account} was left out in the cluster {snapshot.Context}: {account.Why}",
                $"Take the snapshot with `--also-kind {account}`."),
            null when !snapshot.Problems.IsEmpty => findings.Unknown(
                resource,
                resource.Node["kind"].Location,
                $"whether the object is as git says is unknown: the cluster {snapshot.Context} could not tell all that it serves",
                "Mend what the findings about the cluster say; then look again."),
            _ when isOutside => findings.Unknown(
                resource,
                resource.Node["metadata.namespace"].Location,
                $"whether the object is as git says is unknown: the namespace was not read in the cluster {snapshot.Context}",
                $"Take the snapshot with `--namespace {resource.Namespace}`, or without `--namespace`."),
            _ => null,
        };
    }

    /// <summary>The object was read in a version that says nothing about git's.</summary>
    public DriftFinding OtherVersion(Resource resource, LiveObject found)
    {
        bool isServed = live.Account(resource.Group, resource.Kind)?.Versions.Contains(resource.Version) ?? false;
        string message = $"the object is {resource.ApiVersion} in git, and was read as {found.ApiVersion} in the cluster {snapshot.Context}";
        return isServed
            ? findings.Unknown(resource, resource.Node["apiVersion"].Location, $"{message}, so that they cannot be compared", $"Take the snapshot with `--also-version {resource.ApiVersion}`.")
            : findings.Unknown(resource, resource.Node["apiVersion"].Location, $"{message}, which no longer serves git's version", $"Rewrite it in git for {found.ApiVersion}.");
    }

    /// <summary>What a cluster said that was asked what it would make of the object, where it did not make anything of it.</summary>
    public IEnumerable<DriftFinding> AskedInVain(Resource resource, IReadOnlyDictionary<ResourceReference, DryRunAnswer>? answers) =>
        answers?.GetValueOrDefault(resource.Reference) switch
        {
            DryRunAnswer.Refused refused => [findings.Refused(resource, refused.Why)],
            DryRunAnswer.Unknown unknown => [findings.Unknown(
                resource,
                resource.Node.Location,
                $"what the cluster {snapshot.Context} would make of the object is unknown: {unknown.Why}",
                "Let the account patch this kind, or leave out --server-dry-run; then look again.")],
            _ => [],
        };
}
