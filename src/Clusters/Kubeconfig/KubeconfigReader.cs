using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>Which cluster is meant.</summary>
/// <param name="File">The one kubeconfig to read; null for <c>KUBECONFIG</c>, else <c>~/.kube/config</c>, else the pod's account.</param>
/// <param name="Context">Null for the current one.</param>
/// <param name="InCluster">The pod's account and no kubeconfig; the context is then only a name.</param>
public sealed record KubeconfigChoice(string? File, string? Context, bool InCluster);

/// <summary>
/// Reads kubeconfigs as kubectl does
/// (<see href="https://kubernetes.io/docs/concepts/configuration/organize-cluster-access-kubeconfig/">docs</see>,
/// <see href="https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/">fields</see>), and the pod's account inside
/// of a cluster.
/// </summary>
public static class KubeconfigReader
{
    public static KubeconfigReading Read(KubeconfigChoice choice, Surroundings surroundings)
    {
        if (choice.InCluster)
        {
            return PodAccount.Read(choice.Context, surroundings);
        }

        KubeconfigFiles files = KubeconfigFiles.Find(choice.File, surroundings);
        if (!files.Problems.IsEmpty)
        {
            return new(null, files.Problems);
        }

        bool isInPod = files.Documents.IsEmpty && choice.Context is null && PodAccount.IsHere(surroundings);
        return isInPod ? PodAccount.Read(null, surroundings) : OfContext(files, choice.Context);
    }

    private static KubeconfigReading OfContext(KubeconfigFiles files, string? wanted)
    {
        List<KubeconfigProblem> problems = [];
        MergedKubeconfig merged = new(files, problems);
        ClusterAccess? access = merged.Context(wanted) is { } context ? Access(merged, context, problems) : null;
        return problems.Count == 0 ? new(access, []) : new(null, [.. problems]);
    }

    private static ClusterAccess? Access(MergedKubeconfig merged, NamedSection context, List<KubeconfigProblem> problems)
    {
        Section? cluster = merged.Referred(context.Body, "cluster", "clusters");
        ClusterAccess? server = cluster is null ? null : ClusterSection.Read(context.Name, cluster);
        Section? user = context.Body.Has("user") ? merged.Referred(context.Body, "user", "users") : null;
        if (server is null || user is null || problems.Count > 0)
        {
            return server;
        }

        // As kubectl: no credentials travel over plain http
        // (https://github.com/kubernetes/client-go/blob/master/tools/clientcmd/client_config.go, IsConfigTransportTLS).
        return server.Server.Scheme == Uri.UriSchemeHttps ? UserSection.Read(user, server) : server;
    }
}
