using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place that says which versions or cipher suites of TLS are taken, or that should.</summary>
public sealed class TlsSetting : Subject
{
    internal TlsSetting(Resource resource, Node node)
        : base(resource.Environment, node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    /// <summary>The lowest version that it takes, SSL below 1.0; null when it speaks of ciphers, or names no version.</summary>
    public Version? Lowest { get; init; }

    /// <summary>The suites that it names and that are known to be weak, as it writes them.</summary>
    public ImmutableArray<string> WeakCiphers { get; init; } = [];

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"{Node.Path} of {Resource.Description}";
}
