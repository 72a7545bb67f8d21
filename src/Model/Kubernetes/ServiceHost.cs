using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A host name that may be a Service's: <c>db</c>, <c>db.erp-data</c>, <c>db.erp-data.svc.cluster.local</c>, or that of
/// a pod behind a headless one. See https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/.
/// </summary>
/// <param name="Service">Its name, if it is one.</param>
/// <param name="Namespace">Null where the name stands alone: then it is that of whoever asks.</param>
internal sealed partial record ServiceHost(string Service, string? Namespace)
{
    /// <summary>What it could be; one name can be read in several ways.</summary>
    public static IEnumerable<ServiceHost> Readings(string host)
    {
        string[] labels = ClusterSuffix().Replace(host.TrimEnd('.').ToLowerInvariant(), "").Split('.');
        return labels switch
        {
            [var service] => [new(service, null)],
            [var first, var second] => [new(first, second), new(second, null)],
            [_, var service, var ns] => [new(service, ns)],
            _ => [],
        };
    }

    /// <summary>It is inside a cluster by its form: no dot, or <c>.svc</c>.</summary>
    public static bool IsInside(string host) =>
        !host.Contains('.', StringComparison.Ordinal) || ClusterSuffix().IsMatch(host.TrimEnd('.'));

    [GeneratedRegex(@"\.svc(\.[a-z0-9-]+){0,3}$", RegexOptions.IgnoreCase)]
    private static partial Regex ClusterSuffix();
}
