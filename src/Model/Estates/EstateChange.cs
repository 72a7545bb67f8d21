using System.Collections.Immutable;

namespace PolicyGate.Model.Estates;

/// <summary>What a change does to an estate.</summary>
public static class EstateChange
{
    /// <summary>The environments that hold the same on both sides, descriptor and objects, in any order.</summary>
    public static ImmutableArray<string> Untouched(Estate before, Estate after)
    {
        Dictionary<string, Environment> earlier = before.Environments.ToDictionary(one => one.Name, StringComparer.Ordinal);
        return
        [
            .. after.Environments
                .Where(environment => earlier.TryGetValue(environment.Name, out Environment? same) && HoldTheSame(same, environment))
                .Select(environment => environment.Name),
        ];
    }

    private static bool HoldTheSame(Environment before, Environment after) =>
        before.Resources.Length == after.Resources.Length
        && Nodes.Contents.AreSame(before.Node, after.Node)
        && InOrder(before).Zip(InOrder(after)).All(pair =>
            pair.First.Reference == pair.Second.Reference && Nodes.Contents.AreSame(pair.First.Node, pair.Second.Node));

    private static IEnumerable<Kubernetes.Resource> InOrder(Environment environment) => environment.Resources
        .OrderBy(resource => resource.ApiVersion, StringComparer.Ordinal)
        .ThenBy(resource => resource.Description, StringComparer.Ordinal);
}
