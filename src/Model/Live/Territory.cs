using System.Collections.Immutable;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Live;

/// <summary>Which namespaces of a cluster are an environment's.</summary>
public static class Territory
{
    /// <summary>
    /// Those that it declares; without any, those that its objects live in, but for the cluster's own.
    /// </summary>
    public static ImmutableHashSet<string> Of(Environment environment)
    {
        Node declared = environment.Node["spec.namespaces"];
        IEnumerable<string> used = environment.Resources.Select(resource => resource.Namespace).Where(ns => ns.Length > 0 && !IsSystem(ns));
        return (declared.Count > 0 ? declared.Texts : used).ToImmutableHashSet(StringComparer.Ordinal);
    }

    /// <summary>The cluster's own: what is there is not an environment's that does not declare them.</summary>
    public static bool IsSystem(string ns) => ns is "kube-system" or "kube-public" or "kube-node-lease";
}
