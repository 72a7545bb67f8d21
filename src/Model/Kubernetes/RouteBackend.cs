using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A place of an Ingress, a route of Traefik, of a Gateway or of OpenShift that sends traffic to a Service.</summary>
public sealed class RouteBackend : Subject
{
    internal RouteBackend(Resource route, Node node, RouteBackendFields fields)
        : base(route.Environment, node)
    {
        Route = route;
        ServiceName = fields.Name;
        Port = fields.Port;
        Namespace = fields.Namespace is { IsScalar: true } named ? named.Text : route.Namespace;
        Service = route.Environment.Find("Service", Namespace, ServiceName.Text) is { Group: "" } found ? new(found) : null;
    }

    public Resource Route { get; }

    /// <summary>Where the Service is named.</summary>
    public Node ServiceName { get; }

    /// <summary>The number or the name of the Service's port; missing where it names none.</summary>
    public Node Port { get; }

    /// <summary>Of the Service.</summary>
    public string Namespace { get; }

    /// <summary>Null when the environment does not hold it.</summary>
    public Service? Service { get; }

    /// <summary>
    /// The Service has the port, or the route leaves the choice to its controller. A Service that stands for a name
    /// outside takes any.
    /// </summary>
    public bool FindsPort =>
        Port.IsMissing
        || Service is { Type: "ExternalName" }
        || Service?.Ports.Any(port => port["port"].Text == Port.Text || port["name"].Text == Port.Text) == true;

    public override ResourceReference Reference => Route.Reference;

    public override string Description => $"backend {ServiceName} of {Route.Description}";
}

/// <summary>Where a backend says its Service, its namespace and its port.</summary>
internal sealed record RouteBackendFields(Node Name, Node Namespace, Node Port);
