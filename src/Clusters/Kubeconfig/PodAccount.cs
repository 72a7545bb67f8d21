using System.Security.Cryptography;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>
/// The account that a pod is given
/// (<see href="https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/#directly-accessing-the-rest-api">docs</see>).
/// </summary>
internal static class PodAccount
{
    private const string Host = "KUBERNETES_SERVICE_HOST";
    private const string Port = "KUBERNETES_SERVICE_PORT";

    public static bool IsHere(Surroundings surroundings) =>
        surroundings.Variable(Host) is { Length: > 0 } && File.Exists(TokenPath(surroundings));

    public static KubeconfigReading Read(string? name, Surroundings surroundings)
    {
        if (surroundings.Variable(Host) is not { Length: > 0 } host || surroundings.Variable(Port) is not { Length: > 0 } port)
        {
            return Missing($"this is no pod of a cluster: {Host} and {Port} are not set");
        }

        string token = TokenPath(surroundings);
        if (TokenText.InFile(token) is null)
        {
            return Missing($"the pod has no token at {token}: let it have one (automountServiceAccountToken)");
        }

        string bracketed = host.Contains(':', StringComparison.Ordinal) ? $"[{host}]" : host;
        if (!Uri.TryCreate($"https://{bracketed}:{port}/", UriKind.Absolute, out Uri? server))
        {
            return Missing($"{Host} and {Port} make no address");
        }

        return WithAuthority(
            new() { Name = name ?? "in-cluster", Server = server, Credentials = new Credentials.TokenFile(token, null) },
            Path.Combine(surroundings.ServiceAccount, "ca.crt"));
    }

    private static KubeconfigReading WithAuthority(ClusterAccess access, string authority)
    {
        try
        {
            return new(access with { Authorities = ClusterSection.Certificates(File.ReadAllBytes(authority)) }, []);
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return Missing($"the pod has no certificate of its cluster at {authority}");
        }
    }

    private static string TokenPath(Surroundings surroundings) => Path.Combine(surroundings.ServiceAccount, "token");

    private static KubeconfigReading Missing(string message) => new(null, [KubeconfigProblem.Anywhere(message)]);
}
