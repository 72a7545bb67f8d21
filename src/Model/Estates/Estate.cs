using System.Collections.Immutable;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Estates;

/// <summary>
/// All that is judged: every environment with its objects. Immutable; what policies ask for often is worked out once.
/// </summary>
public sealed class Estate
{
    private readonly Lazy<ImmutableArray<Container>> containers;
    private readonly Lazy<ImmutableArray<PolicyRule>> rules;

    public Estate(IEnumerable<EnvironmentContents> contents)
    {
        Environments = [.. contents.AsParallel().AsOrdered().Select(one => new Environment(one))];
        containers = new(() => [.. Pods.SelectMany(pod => pod.Containers)]);
        rules = new(() => [.. Roles.SelectMany(role => role.OwnRules())]);
    }

    public ImmutableArray<Environment> Environments { get; }

    public IEnumerable<Resource> Resources => Environments.SelectMany(environment => environment.Resources);

    public IEnumerable<Namespace> Namespaces => Environments.SelectMany(environment => environment.Namespaces);

    /// <summary>Every pod template, of whatever workload.</summary>
    public IEnumerable<PodTemplate> Pods => Environments.SelectMany(environment => environment.Pods);

    /// <summary>Every container: main, init, sidecar and ephemeral.</summary>
    public ImmutableArray<Container> Containers => containers.Value;

    public IEnumerable<Role> Roles => Environments.SelectMany(environment => environment.Roles);

    /// <summary>Every rule where it is written, each once.</summary>
    public ImmutableArray<PolicyRule> RoleRules => rules.Value;

    public IEnumerable<Binding> Bindings => Environments.SelectMany(environment => environment.Bindings);

    public IEnumerable<Service> Services => Environments.SelectMany(environment => environment.Services);

    public IEnumerable<Resource> OfKind(string kind) => Environments.SelectMany(environment => environment.OfKind(kind));

    /// <summary>The environments of other entities.</summary>
    public IEnumerable<Environment> OthersThan(Environment environment) =>
        Environments.Where(other => other.Entity.Length > 0 && other.Entity != environment.Entity);
}
