using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Tests;

/// <summary>
/// What a case says of its snapshot in <c>snapshot.yaml</c>. Without it: taken now, all kinds of git and the cluster read,
/// nothing unknown, the key to its Secrets at hand.
/// <code>
/// takenAt: 2026-11-18T06:00:00Z
/// problems: [what is wrong]
/// namespaces: [erp]             # only these were read
/// unknown: { Secret: why }      # kinds
/// leftOut: { Endpoints: why }   # Secret: `--no-secrets`
/// onWish: { Lease: why }        # read, and not as a rule
/// notServed: [Widget]
/// versions: { CronJob: [v1, v1beta1] }
/// secretKey: false
/// </code>
/// </summary>
/// <param name="documents">None, or the one of the file.</param>
/// <param name="now">When the case is judged.</param>
internal sealed class SnapshotNotes(ImmutableArray<Node> documents, DateTimeOffset now)
{
    private static readonly Node Nothing = new Document("", 0, new Mapping([], isFlow: false, Span.Start)).Root;

    private readonly Node notes = documents is [var only] ? only : Nothing;

    public bool HasKey => !notes["secretKey"].IsFalse;

    public Snapshot Of(Estate estate, ImmutableArray<LiveObject> objects) => new()
    {
        Context = "prod",
        TakenAt = notes["takenAt"].Exists ? DateTimeOffset.Parse(notes["takenAt"].Text, CultureInfo.InvariantCulture) : now,
        Duration = TimeSpan.FromSeconds(3),
        ServerVersion = "v1.31.2",
        Namespaces = [.. notes["namespaces"].Texts],
        Secrets = new(WereRead: notes["leftOut.Secret"].IsMissing, KeyCheck: "0123456789abcdef", IsKeyGiven: true),
        Kinds = [.. Kinds(estate, objects)],
        Problems = [.. notes["problems"].Texts],
        IsComplete = !notes["problems"].Exists && !notes["unknown"].Exists,
        Objects = objects,
    };

    private IEnumerable<KindAccount> Kinds(Estate estate, ImmutableArray<LiveObject> objects)
    {
        var live = objects.Select(one => (one.ApiVersion, one.Kind, IsNamespaced: one.Namespace.Length > 0));
        var git = estate.Resources.Select(one => (one.ApiVersion, one.Kind, one.IsNamespaced));
        return live.Concat(git)
            .DistinctBy(one => (Group(one.ApiVersion), one.Kind))
            .Where(one => !notes["notServed"].Texts.Contains(one.Kind))
            .Select(one => Account(one.ApiVersion, one.Kind, one.IsNamespaced, objects));
    }

    private KindAccount Account(string apiVersion, string kind, bool isNamespaced, ImmutableArray<LiveObject> objects)
    {
        string version = apiVersion.Split('/')[^1], group = Group(apiVersion);
        (KindOutcome outcome, string why) = Outcome(kind);
        return new()
        {
            Group = group,
            Version = version,
            Resource = kind.EndsWith('s') ? kind.ToLowerInvariant() : $"{kind.ToLowerInvariant()}s",
            Kind = kind,
            IsNamespaced = isNamespaced,
            Versions = notes["versions"].Field(kind) is { Exists: true } versions ? [.. versions.Texts] : [version],
            Outcome = outcome,
            Why = why,
            Objects = objects.Count(one => one.ApiVersion == apiVersion && one.Kind == kind),
        };
    }

    private (KindOutcome Outcome, string Why) Outcome(string kind) => notes switch
    {
        _ when notes["unknown"].Field(kind) is { Exists: true } why => (KindOutcome.Unknown, why.Text),
        _ when notes["leftOut"].Field(kind) is { Exists: true } why => (KindOutcome.LeftOut, why.Text),
        _ when notes["onWish"].Field(kind) is { Exists: true } why => (KindOutcome.Read, why.Text),
        _ => (KindOutcome.Read, ""),
    };

    private static string Group(string apiVersion) => apiVersion.Contains('/', StringComparison.Ordinal) ? apiVersion.Split('/')[0] : "";
}
