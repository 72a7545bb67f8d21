using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Estates;

/// <summary>What a policy judges: a container, a namespace, a binding, an environment.</summary>
public abstract class Subject
{
    private readonly Environment? environment;

    private protected Subject(Environment? environment, Node node)
    {
        this.environment = environment;
        Node = node;
    }

    /// <summary>Where it belongs; an environment belongs to itself.</summary>
    public Environment Environment => environment ?? (Environment)this;

    /// <summary>Where it is written.</summary>
    public Node Node { get; }

    /// <summary>The object that it is or is part of, or null when it is none.</summary>
    public abstract ResourceReference? Reference { get; }

    /// <summary>For people: <c>container odoo of Deployment erp-prod/odoo</c>.</summary>
    public abstract string Description { get; }

    /// <summary>A subject where a place is asked for is where it is written.</summary>
    public static implicit operator Node(Subject subject) => subject.Node;

    /// <summary>A place below it; see <see cref="Nodes.Node"/>.</summary>
    public Node this[string path] => Node[path];

    /// <inheritdoc cref="Nodes.Node.GetHashCode"/>
    public sealed override int GetHashCode() => Node.GetHashCode();
}
