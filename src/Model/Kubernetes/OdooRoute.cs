using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A way from outside to an Odoo.</summary>
/// <param name="Resource">The Ingress, IngressRoute, HTTPRoute or open Service.</param>
/// <param name="Place">What decides which paths it takes.</param>
/// <param name="ReachesDatabaseManager">
/// It brings <c>/web/database/…</c> along, and nothing keeps the public from there: no exclusion in the route, no
/// middleware, no other route of the host that takes these paths away.
/// </param>
public sealed record OdooRoute(Resource Resource, Node Place, bool ReachesDatabaseManager)
{
    /// <summary>Something speaks for the clients there: an open Service is no proxy.</summary>
    public bool IsProxied => Resource.Kind != "Service";
}

/// <summary>https://www.odoo.com/documentation/18.0/administration/on_premise/deploy.html#database-manager-security</summary>
internal static class OdooRoutes
{
    private const string Manager = "/web/database/manager";
    private const string Elsewhere = "/web/login";

    public static IEnumerable<OdooRoute> To(OdooServer server)
    {
        PathRoute[] all = [.. PathRoutes.In(server.Environment)];
        return all.Where(route => LeadsTo(route, server)).Select(route => new OdooRoute(route.Resource, route.Place, ReachesManager(route, all, server)));
    }

    private static bool ReachesManager(PathRoute route, PathRoute[] all, OdooServer server) =>
        route.Takes(Manager)
        && !route.Blocks(Manager)
        && !(route.Takes(Elsewhere) && all.Any(other => other != route && other.SharesHostWith(route) && TakesManagerAway(other, server)));

    /// <summary>The longer path wins in all of them.</summary>
    private static bool TakesManagerAway(PathRoute other, OdooServer server) =>
        other.Takes(Manager) && !other.Takes(Elsewhere) && (other.Blocks(Manager) || !LeadsTo(other, server));

    private static bool LeadsTo(PathRoute route, OdooServer server) => route.Services.Any(service =>
        service.Namespace == server.Container.Pod.Namespace
        && (server.Environment.Services.FirstOrDefault(one => one.Namespace == service.Namespace && one.Name == service.Name) is { } found
            ? service.LeadsTo(server.Container, found)
            : service.Name == server.Container.Pod.Workload.Name));
}
