namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>What reading a kubeconfig takes from outside of it.</summary>
public sealed record Surroundings
{
    /// <summary>Those of this process.</summary>
    public static Surroundings OfProcess { get; } = new()
    {
        Variable = Environment.GetEnvironmentVariable,
        Home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile),
        ServiceAccount = "/var/run/secrets/kubernetes.io/serviceaccount",
    };

    /// <summary>An environment variable; null when it is not set.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>The user's directory, in which <c>.kube/config</c> is.</summary>
    public required string Home { get; init; }

    /// <summary>Where a pod finds its token and the cluster's certificate
    /// (<see href="https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/#directly-accessing-the-rest-api">docs</see>).</summary>
    public required string ServiceAccount { get; init; }
}
