using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>What the model makes of PostgreSQL and Redis in the files of <c>cases</c>; each has the expected findings beside it.</summary>
public sealed class DataStoreTests
{
    [Fact]
    public void Redis_tells_what_it_speaks_and_whom_it_asks() =>
        Found("redis", estate => estate.RedisInstances.Select(redis =>
            $"{redis.Name}: {CaseEstate.Line(redis.Tls.Place)} {redis.Tls.Transport}, {CaseEstate.Line(redis.Login.Place)} {redis.Login.Access} {redis.Login.Reason}".TrimEnd()));

    [Fact]
    public void Servers_are_counted_where_they_hold_the_same_data() =>
        Found("servers", estate => estate.DataStores.Select(store =>
            $"{store.Name}: {CaseEstate.Line(store.InstancesPlace)} {store.Instances} {store.Spread.Spreading} {store.ReplicationDefect}".TrimEnd()));

    [Fact]
    public void PostgreSql_tells_its_settings() =>
        Found("postgres-settings", estate => estate.PostgresClusters.Select(cluster =>
            $"{cluster.Name}: {(cluster.Tls.IsServed ? "TLS" : "no TLS")}, plain text {Plain(cluster.Tls)}, {cluster.MaxConnections} connections, "
            + (cluster.Synchronous is { } place ? $"{CaseEstate.Line(place)} synchronous" : "asynchronous")));

    [Fact]
    public void Connections_are_read_wherever_they_are_written() =>
        Found("connections", estate => estate.DatabaseUses.Select(use =>
            $"{CaseEstate.Line(use.Node)} {use.Engine} {use.Host} {Or(use.Database)} {Or(use.User)} {use.SslMode?.Value ?? "-"} {use.Store?.Name ?? "-"}"));

    [Fact]
    public void Ways_in_are_found_from_outside_and_inside() =>
        Found("ways-in", estate => estate.DataStores.SelectMany(store => store.Exposures
            .Select(exposure => $"{CaseEstate.Line(exposure.Place)} {store.Name} exposed: {exposure.Reason}")
            .Concat(store.OpenPods.Distinct().Select(pods => $"    {store.Name} open: {pods}"))
            .Concat(store.Callers.Select(caller => $"{CaseEstate.Line(caller.Place)} {store.Name} admits {Who(caller)}"))));

    [Fact]
    public void Operators_take_resources_from_fields_of_their_own() =>
        Found("operator-pods", estate => estate.OperatorPods.Select(pods =>
            $"{CaseEstate.Line(pods.Node)} {pods.Resource.Name} {pods.Node.Path} {Or(pods.Amount("limits.memory").Text)}"));

    private static string Plain(PostgresTls tls) =>
        tls.AdmitsPlain is { } admits ? $"admitted at {CaseEstate.Line(admits).Trim()}"
        : tls.RefusesPlain is { } refuses ? $"refused at {CaseEstate.Line(refuses).Trim()}"
        : "not spoken of";

    private static string Who(StoreCaller caller) => caller switch
    {
        { Anyone: { } from } => from,
        { Addresses: { } addresses } => addresses.Text,
        { IsItself: true } => "itself",
        { Pods.IsEmpty: false } => string.Join(' ', caller.Pods.Select(pod => pod.Workload.Name + (caller.Clients.Contains(pod) ? " (client)" : ""))),
        _ => $"what says {string.Join(' ', caller.Words)}",
    };

    private static string Or(string text) => text.Length == 0 ? "-" : text;

    private static void Found(string name, Func<Estate, IEnumerable<string>> describe) =>
        CaseEstate.Lines(describe(CaseEstate.Read(name))).ShouldBe(CaseEstate.Expected(name));
}
