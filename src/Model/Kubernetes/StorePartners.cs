using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Workloads that hold the same data together: a primary, and replicas in workloads of their own that name its Service,
/// as the charts of Bitnami make them.
/// </summary>
internal static partial class StorePartners
{
    /// <summary>The others of its kind beside it that it replicates, or that replicate it or the same one.</summary>
    public static IEnumerable<DataStore> Of(DataStore store)
    {
        DataStore[] beside =
        [
            .. store.Estate.DataStores.Where(other =>
                other.GetType() == store.GetType() && other.Environment == store.Environment
                && other.Namespace == store.Namespace && !other.Resource.Pods.IsEmpty),
        ];
        DataStore[] primaries = [.. beside.Where(other => Replicates(store, other)).Append(store)];
        return beside.Where(other => other != store && primaries.Any(primary => other == primary || Replicates(other, primary)));
    }

    public static bool Replicates(DataStore replica, DataStore primary) =>
        replica != primary && replica.Upstreams.Any(reading => primary.IsAt(reading, replica.Namespace));

    public static IEnumerable<ServiceHost> UpstreamsOf(DataStore replica) =>
        replica.Resource.Pods.SelectMany(Upstreams).Distinct(StringComparer.Ordinal).SelectMany(ServiceHost.Readings);

    private static IEnumerable<string> Upstreams(PodTemplate pod) =>
        pod.Containers.SelectMany(one => one.Variables.Values)
            .Where(variable => UpstreamVariable().IsMatch(variable.Name))
            .SelectMany(variable => variable.Known.Split(',', ' ', ':'))
            .Concat(PodTexts.Of(pod).SelectMany(text => Upstream().Matches(text)).Select(match => match.Groups["host"].Value));

    [GeneratedRegex("(MASTER|PRIMARY|LEADER|REPLICAOF|PARTNER)(_\\w+)?$")]
    private static partial Regex UpstreamVariable();

    [GeneratedRegex(@"(replicaof|slaveof|\bhost=|pg_basebackup.{0,80}\s-h)\s*'?(?<host>[a-z0-9][a-z0-9.-]+)", RegexOptions.IgnoreCase)]
    private static partial Regex Upstream();
}
