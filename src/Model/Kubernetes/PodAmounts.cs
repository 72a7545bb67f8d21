using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What the pods of a template ask of their namespace: containers and sidecars together, or the largest moment of the
/// init containers, with the defaults of LimitRanges. See
/// https://kubernetes.io/docs/concepts/workloads/pods/init-containers/#resource-sharing-within-containers and
/// https://kubernetes.io/docs/concepts/policy/limit-range/.
/// </summary>
internal static class PodAmounts
{
    /// <summary>Of one pod; null when a container leaves it open.</summary>
    /// <param name="pod">The template.</param>
    /// <param name="amount">Such as <c>requests.cpu</c>.</param>
    public static Quantity? Of(PodTemplate pod, string amount)
    {
        decimal sidecars = 0;
        decimal running = 0;
        decimal largest = 0;
        foreach (Container container in pod.Containers.Where(container => container.Role is ContainerRole.Init or ContainerRole.Sidecar))
        {
            if (Of(container, amount) is not { } own)
            {
                return null;
            }

            sidecars += container.Role == ContainerRole.Sidecar ? own.Amount : 0;
            largest = Math.Max(largest, container.Role == ContainerRole.Init ? sidecars + own.Amount : sidecars);
        }

        foreach (Container container in pod.Containers.Where(container => container.Role == ContainerRole.Main))
        {
            if (Of(container, amount) is not { } own)
            {
                return null;
            }

            running += own.Amount;
        }

        Quantity whole = Parsed(pod.Spec["resources"][amount]) ?? new(Math.Max(largest, running + sidecars));
        return Parsed(pod.Spec["overhead"][amount.Split('.')[^1]]) is { } overhead ? whole + overhead : whole;
    }

    /// <summary>Its own, a limit standing for a missing request, else the default of a LimitRange; null without any.</summary>
    public static Quantity? Of(Container container, string amount)
    {
        string name = amount[(amount.IndexOf('.', StringComparison.Ordinal) + 1)..];
        bool isRequest = amount.StartsWith("requests.", StringComparison.Ordinal);
        Node resources = container["resources"];
        Node shared = container.Pod.Spec["resources"];
        return Parsed(resources[amount])
            ?? (isRequest ? Parsed(resources["limits"].Field(name)) : null)
            ?? (shared[amount].Exists ? (Quantity?)new Quantity(0) : null)
            ?? (isRequest ? Default(container.Pod.Workload, "defaultRequest", name) : null)
            ?? Default(container.Pod.Workload, "default", name);
    }

    /// <summary>What containers get that say nothing, where the workload lives.</summary>
    public static Quantity? Default(Resource workload, string kind, string name) =>
        workload.Home?.ContainerLimits
            .Select(limit => Parsed(limit[kind].Field(name)))
            .FirstOrDefault(found => found is not null);

    public static Quantity? Parsed(Node place) => Quantity.TryParse(place.Text, out Quantity quantity) ? (Quantity?)quantity : null;
}
