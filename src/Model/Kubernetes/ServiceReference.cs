using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A place that names a Service together with its namespace: a host name in an environment variable, an argument, a
/// ConfigMap or any other text, or the backend of a route.
/// </summary>
public sealed class ServiceReference : Subject
{
    internal ServiceReference(Resource resource, Node node, string target, Estate estate)
        : base(resource.Environment, node)
    {
        Resource = resource;
        TargetNamespace = target;
        ForeignOwners = OwnersOf(target, resource.Environment, estate);
    }

    public Resource Resource { get; }

    /// <summary>The namespace that it points into.</summary>
    public string TargetNamespace { get; }

    /// <summary>
    /// The environments of other entities that hold the namespace on the same cluster; none when one of its own entity
    /// does.
    /// </summary>
    public ImmutableArray<Environment> ForeignOwners { get; }

    /// <summary>
    /// What may be shown of it: the place, or only the object's name where the text may hold a login, as the
    /// connection string <c>postgresql://user:password@host/database</c> does.
    /// </summary>
    public Node Shown => Node.Text.Contains('@', StringComparison.Ordinal) ? Resource["metadata.name"] : Node;

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"reference to namespace {TargetNamespace} in {Resource.Description}";

    private static ImmutableArray<Environment> OwnersOf(string target, Environment environment, Estate estate)
    {
        ImmutableArray<Environment> owners =
            [.. estate.OnClusterOf(environment).Where(other => other.Entity.Length > 0 && other.Owns(target))];
        return owners.Any(owner => owner.Entity == environment.Entity) ? [] : owners;
    }
}
