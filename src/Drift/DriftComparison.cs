using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Drift.Objects;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift;

/// <summary>Compares what git wants with what clusters have. A pure function.</summary>
public static class DriftComparison
{
    public static ImmutableArray<DriftFinding> Compare(DriftRequest request) =>
        [.. request.Clusters.SelectMany(cluster => Compare(cluster, request))];

    /// <summary>What was seen of each cluster.</summary>
    public static ImmutableArray<ClusterSummary> Summaries(DriftRequest request) =>
        [.. request.Clusters.Select(SummaryOf).OrderBy(cluster => cluster.Context, StringComparer.Ordinal)];

    /// <summary>Of a cluster of which nothing is known, nothing is missing.</summary>
    private static IEnumerable<DriftFinding> Compare(ClusterView cluster, DriftRequest request)
    {
        IEnumerable<DriftFinding> blindness = Blindness(cluster, request);
        if (cluster.Snapshot.Kinds.IsEmpty)
        {
            return blindness;
        }

        Inventory inventory = new(cluster, new(cluster.Snapshot));
        return blindness.Concat(cluster.Environments.SelectMany(environment => EnvironmentComparison.Compare(environment, cluster, inventory, request.Now)));
    }

    /// <summary>Why what is said of a cluster may be wrong as a whole.</summary>
    private static IEnumerable<DriftFinding> Blindness(ClusterView cluster, DriftRequest request)
    {
        Snapshot snapshot = cluster.Snapshot;
        foreach (string problem in snapshot.Problems)
        {
            yield return Blind(cluster, problem, "Mend what it says, then look again.");
        }

        if (snapshot.Problems.IsEmpty && snapshot.Objects.IsEmpty)
        {
            yield return Blind(cluster, "not one object was read", "Look whether the account may list anything, and whether this is the right cluster.");
        }

        TimeSpan age = request.Now - snapshot.TakenAt;
        if (age > request.OldestSnapshot)
        {
            string hours = ((int)age.TotalHours).ToString(CultureInfo.InvariantCulture);
            yield return Blind(cluster, $"the snapshot is {hours} hours old", "Take a new one; this says nothing about today.");
        }
    }

    private static DriftFinding Blind(ClusterView cluster, string problem, string remediation) => new()
    {
        Id = DriftIds.Unknown,
        Severity = Severity.High,
        Outcome = Outcome.Error,
        Message = $"cluster {cluster.Snapshot.Context}: {problem}",
        Environment = cluster.Environments is [var only] ? only.Name : "",
        Location = cluster.Environments.Select(environment => environment.Node["spec.cluster.context"].Location)
            .FirstOrDefault(place => place.File.Length > 0) ?? Location.None,
        Identity = $"{cluster.Snapshot.Context} {problem}",
        Remediation = remediation,
    };

    private static ClusterSummary SummaryOf(ClusterView cluster)
    {
        Snapshot snapshot = cluster.Snapshot;
        return new()
        {
            Context = snapshot.Context,
            ServerVersion = snapshot.ServerVersion,
            TakenAt = snapshot.TakenAt,
            Duration = snapshot.Duration,
            Objects = snapshot.Kinds.Sum(kind => kind.Objects),
            KindsRead = snapshot.Kinds.Count(kind => kind.Outcome == KindOutcome.Read),
            KindsLeftOut = snapshot.Kinds.Count(kind => kind.Outcome == KindOutcome.LeftOut),
            KindsUnknown = [.. snapshot.Kinds.Where(kind => kind.Outcome == KindOutcome.Unknown).Select(kind => new UnknownKind(kind.ToString(), kind.Why))],
            HasUncomparedSecrets = cluster.Hash is null && cluster.Environments.Any(environment => environment.OfKind("Secret").Any(secret => secret.Group.Length == 0)),
            Problems = snapshot.Problems,
            Environments = [.. cluster.Environments.Select(environment => environment.Name).Order(StringComparer.Ordinal)],
        };
    }
}
