namespace PolicyGate.Model.Kubernetes;

/// <summary>Host names of routes and certificates, in which <c>*.</c> at the start stands for labels.</summary>
internal static class HostPattern
{
    /// <summary>
    /// A certificate's wildcard stands for exactly one label
    /// (https://kubernetes.io/docs/concepts/services-networking/ingress/#hostname-wildcards).
    /// </summary>
    public static bool Covers(string pattern, string host)
    {
        bool isWildcard = pattern.StartsWith("*.", StringComparison.Ordinal);
        int dot = host.IndexOf('.', StringComparison.Ordinal);
        return Same(pattern, host) || (isWildcard && dot > 0 && Same(pattern[1..], host[dot..]));
    }

    /// <summary>
    /// Some host fits both; an empty pattern fits any, and a Gateway's wildcard stands for any number of labels
    /// (https://gateway-api.sigs.k8s.io/reference/spec/#hostname).
    /// </summary>
    public static bool Meet(string one, string other) =>
        one.Length == 0 || other.Length == 0 || Same(one, other) || Fits(one, other) || Fits(other, one);

    private static bool Fits(string pattern, string host) =>
        pattern.StartsWith("*.", StringComparison.Ordinal)
        && host.EndsWith(pattern[1..], StringComparison.OrdinalIgnoreCase);

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);
}
