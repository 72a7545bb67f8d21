using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>What a workload is to the ERP, and whether it is an Odoo, by its image, its program and its names.</summary>
public sealed class WorkloadPartTests
{
    [Theory]
    [InlineData("Deployment", "odoo-web", "registry.example.com/erp/odoo:17.0", "", WorkloadPart.Application)]
    [InlineData("Deployment", "erp", "registry.example.com/suite:3", "", WorkloadPart.Application)]
    [InlineData("StatefulSet", "db", "postgres:17", "", WorkloadPart.Database)]
    [InlineData("StatefulSet", "cache", "bitnami/redis-cluster:8", "", WorkloadPart.Database)]
    [InlineData("Deployment", "shop", "example/wildfly-mysql-demo", "", WorkloadPart.Other)]
    [InlineData("Deployment", "redis-exporter", "oliver006/redis_exporter", "", WorkloadPart.Other)]
    [InlineData("CronJob", "nightly", "postgres:17", "pg_dump erp | gzip > /out/erp.gz", WorkloadPart.Backup)]
    [InlineData("CronJob", "migrate", "postgres:17", "psql -f migrate.sql", WorkloadPart.Other)]
    [InlineData("Deployment", "velero", "velero/velero:v1.17", "", WorkloadPart.Backup)]
    [InlineData("Deployment", "backup-exporter", "example/backup-exporter", "", WorkloadPart.Other)]
    [InlineData("Deployment", "shell", "busybox", "sleep 1d", WorkloadPart.Other)]
    public void A_workload_is_known_by_what_it_runs(string kind, string name, string image, string command, WorkloadPart expected) =>
        Manifests.Estate(Workload(kind, name, image, command)).AccountUses.Single().Users.Single().Part.ShouldBe(expected);

    [Theory]
    [InlineData("Deployment", "web", "registry.example.com/erp/odoo:17.0", "", true)]
    [InlineData("Deployment", "web", "registry.example.com/north/odoo-addons:17.0", "", true)]
    [InlineData("CronJob", "cron", "registry.example.com/suite:17.0", "/usr/bin/odoo-bin", true)]
    [InlineData("Deployment", "web", "registry.example.com/odoo/odoo-exporter:1", "", false)]
    [InlineData("Deployment", "web", "registry.example.com/odoo/nginx:1", "", false)]
    public void An_odoo_is_known_by_its_image_or_its_program(string kind, string name, string image, string command, bool expected) =>
        Manifests.Estate(Workload(kind, name, image, command)).OdooReleases.Any().ShouldBe(expected);

    private static string Workload(string kind, string name, string image, string command)
    {
        string template = $"template: {{ spec: {{ containers: [{{ name: main, image: \"{image}\", command: [\"{command}\"] }}] }} }}";
        return $"kind: {kind}\nmetadata: {{ name: {name}, namespace: erp }}\nspec: {{ {(kind == "CronJob" ? $"jobTemplate: {{ spec: {{ {template} }} }}" : template)} }}\n";
    }
}
