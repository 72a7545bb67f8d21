using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>What the model makes of Odoo in the files of <c>cases</c>; each has the expected findings beside it.</summary>
public sealed class OdooTests
{
    private static readonly string[] Names = ["list_db", "dbfilter", "db_name", "workers", "admin_passwd"];

    [Fact]
    public void Settings_come_from_the_command_line_the_file_and_variables() =>
        Found("odoo", estate => estate.OdooServers.SelectMany(server => Names.Select(server.Setting)
            .Where(setting => setting.Source != OdooSource.Default)
            .Select(setting => $"{CaseEstate.Line(setting.Place)} {server.Container.Pod.Workload.Name} {setting.Source} {setting.Name} {setting.Text}".TrimEnd())
            .DefaultIfEmpty($"    {server.Container.Pod.Workload.Name} nothing")));

    [Fact]
    public void Routes_know_whether_they_reach_the_database_manager() =>
        Found("odoo-routes", estate => estate.OdooServers.SelectMany(server => server.Routes.Select(route =>
            $"{CaseEstate.Line(route.Place)} {route.Resource.Kind} {route.Resource.Name} {(route.ReachesDatabaseManager ? "reaches it" : "closed")}")));

    [Fact]
    public void Connections_are_those_of_every_process_of_every_pod() =>
        Found("postgres-connections", estate => estate.PostgresClusters.Select(cluster => (cluster, PostgresConnections.Of(cluster, everyProcess: true))).Select(one =>
            $"{CaseEstate.Line(one.Item2.Most)} {one.cluster.Name} {one.Item2.Admitted}"
            + string.Concat(one.Item2.Direct.Select(server => $" {Most(server)}"))
            + string.Concat(one.Item2.Pooled.Select(pooled => $" {pooled.Pooler.Name} {pooled.Pooler.Clients} {pooled.Pooler.Connections}:{string.Concat(pooled.Servers.Select(server => $" {Most(server)}"))}"))));

    [Theory]
    [InlineData("PathPrefix(`/`)", true)]
    [InlineData("Host(`erp.example`) && !PathPrefix(`/web/database`)", false)]
    [InlineData("Host(`erp.example`) && !(PathPrefix(`/web/database`) || PathPrefix(`/jsonrpc`))", false)]
    [InlineData("Host(`erp.example`) && (PathPrefix(`/web`) || Path(`/`))", true)]
    [InlineData("Host(`erp.example`) && Path(`/websocket`)", false)]
    [InlineData("PathRegexp(`^/web/(login|database).*`)", true)]
    [InlineData("!Header(`X-Debug`, `1`)", true)]
    [InlineData("Host(`erp.example`", true)]
    [InlineData("", true)]
    public void A_rule_of_Traefik_takes_the_manager_along_or_not(string rule, bool reaches) =>
        Manifests.Estate($$"""
            apiVersion: apps/v1
            kind: Deployment
            metadata: { name: odoo }
            spec:
              template:
                metadata: { labels: { app: odoo } }
                spec:
                  containers: [{ name: odoo, image: "odoo:18.0" }]
            ---
            apiVersion: v1
            kind: Service
            metadata: { name: odoo }
            spec: { selector: { app: odoo } }
            ---
            apiVersion: traefik.io/v1alpha1
            kind: IngressRoute
            metadata: { name: erp }
            spec:
              routes: [{ match: '{{rule}}', services: [{ name: odoo }] }]
            """).OdooServers.Single().Routes.Single().ReachesDatabaseManager.ShouldBe(reaches);

    [Theory]
    [InlineData("curl -fsSk https://erp.example", "curl -fsSk")]
    [InlineData("curl -s --cacert /ca.crt https://erp.example", null)]
    [InlineData("psql 'host=db sslmode=require'", null)]
    [InlineData("psql 'host=db sslmode=prefer'", "sslmode=prefer")]
    [InlineData("# sslmode=disable", null)]
    [InlineData("helm upgrade --insecure-skip-tls-verify=false erp .", null)]
    [InlineData("helm upgrade --insecure-skip-tls-verify erp .", "--insecure-skip-tls-verify")]
    [InlineData("requests.get(url, verify=False)", "verify=False")]
    public void A_command_skips_the_check_or_not(string command, string? found) =>
        SkippedVerification.In(Manifests.Estate($$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: client }
            spec:
              containers: [{ name: client, image: "client:1", command: [sh, -c, "{{command}}"] }]
            """).Resources.Single()).SingleOrDefault()?.Text.ShouldBe(found);

    [Theory]
    [InlineData("NODE_ENV", "development", true)]
    [InlineData("NODE_ENV", "production", false)]
    [InlineData("ODOO_DEBUG", "1", true)]
    [InlineData("ODOO_DEBUG", "0", false)]
    [InlineData("APP_LOG_LEVEL", "warn", false)]
    [InlineData("APP_LOG_LEVEL", "DEBUG", true)]
    [InlineData("SMTP_HOST", "mailhog:1025", true)]
    [InlineData("SMTP_HOST", "mailhoge.example", false)]
    [InlineData("WITHOUT_DEMO", "all", false)]
    [InlineData("WITHOUT_DEMO", "false", true)]
    [InlineData("ALLOW_EMPTY_PASSWORD", "yes", true)]
    public void A_variable_is_for_developers_or_not(string name, string value, bool expected) =>
        DevelopmentSetting.In(Manifests.Estate($$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: client }
            spec:
              containers: [{ name: client, image: "client:1", env: [{ name: {{name}}, value: "{{value}}" }] }]
            """).Resources.Single()).Any().ShouldBe(expected);

    [Theory]
    [InlineData("--workers=0", 1)]
    [InlineData("--workers=4", 7)]
    [InlineData("--workers=4 --max-cron-threads=0", 5)]
    [InlineData("--workers=4 --no-http", 6)]
    public void Every_process_counts(string options, long expected) =>
        Manifests.Estate($$"""
            apiVersion: v1
            kind: Pod
            metadata: { name: odoo }
            spec:
              containers: [{ name: odoo, image: "odoo:18.0", command: [bash, -c, "exec odoo {{options}}"] }]
            """).OdooServers.Single().Processes!.Total.ShouldBe(expected);

    private static string Most(OdooServer server) =>
        FormattableString.Invariant($"{server.Container.Pod.Workload.Name}={server.MostReplicas}x{server.OfAllProcesses("db_maxconn")}");

    private static void Found(string name, Func<Estate, IEnumerable<string>> describe) =>
        CaseEstate.Lines(describe(CaseEstate.Read(name))).ShouldBe(CaseEstate.Expected(name));
}
