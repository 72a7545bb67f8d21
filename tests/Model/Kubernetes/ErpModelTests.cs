using System.Diagnostics;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>What the model finds in the files of <c>cases</c>; each has the expected findings beside it.</summary>
public sealed class ErpModelTests
{
    [Fact]
    public void Images_are_found_in_containers_volumes_and_operators_objects() =>
        Found("images", estate => estate.Images.Select(image => $"{CaseEstate.Line(image.Node)} {image.Image.Name}"));

    [Fact]
    public void Claims_find_their_class_and_whether_it_encrypts() =>
        Found("storage", estate => estate.StorageClaims.Select(claim =>
            $"{CaseEstate.Line(claim.ClassName)} {claim.Class?.Name ?? "-"} {claim.Class?.Encryption.AtRest.ToString() ?? "-"}"));

    [Fact]
    public void Drivers_say_in_their_own_way_that_they_encrypt() =>
        Found("storage-drivers", estate => estate.Environments
            .SelectMany(environment => environment.StorageClasses)
            .Select(one => $"{CaseEstate.Line(one.Encryption.Place)} {one.Name} {one.Encryption.AtRest}"));

    [Fact]
    public void Routes_know_whether_they_take_plain_traffic() =>
        Found("routes", estate => estate.TrafficRoutes.Select(route =>
            $"{CaseEstate.Line(route.Decisive)} {route.Resource.Kind} {route.Resource.Name} {route.Transport}"));

    [Fact]
    public void References_know_whose_namespace_they_point_into() =>
        Found("references", estate => estate.ServiceReferences.Select(reference =>
            $"{CaseEstate.Line(reference.Node)} {reference.TargetNamespace} {string.Join(' ', reference.ForeignOwners.Select(owner => owner.Name))}".TrimEnd()));

    [Fact]
    public void Backups_are_those_that_mean_the_cluster() =>
        Found("postgres", estate => estate.PostgresClusters.SelectMany(cluster => cluster.Backups
            .Select(backup => $"{cluster.Name} {cluster.Operator} {CaseEstate.Line(backup.Place)} {backup.Defect ?? "works"}")
            .DefaultIfEmpty($"{cluster.Name} {cluster.Operator} no backup")));

    [Fact]
    public void Targets_of_backups_tell_bucket_region_and_keys() =>
        Found("backup-targets", estate => estate.BackupTargets.Select(target =>
            $"{CaseEstate.Line(target.Node)} {target.Resource.Kind} {target.Resource.Name} {target.Bucket}{(target.Prefix.Length > 0 ? "/" : "")}{target.Prefix} {target.CloudRegion?.Name ?? "-"} {string.Join(' ', target.Encryption.Select(part => part.Key))}".TrimEnd()));

    [Fact]
    public void Monitors_are_those_that_lead_to_the_pods() =>
        Found("monitors", estate => estate.MonitoredWorkloads.Select(workload =>
            $"{workload.Part} {workload.Resource.Name} {string.Join(' ', workload.Monitors.Select(CaseEstate.Line))}".TrimEnd()));

    [Fact]
    public void Secrets_tell_which_values_can_be_read() =>
        Found("secrets", estate => estate.Secrets.Select(secret =>
            $"{secret.Name}: {string.Join(' ', secret.ReadableKeys.Select(key => key.Name))}".TrimEnd()));

    [Fact]
    public void A_value_made_to_be_searched_for_long_is_told_at_once()
    {
        string hostile = string.Concat(Enumerable.Repeat(",iv:x,tag:x", 20_000));
        Stopwatch watch = Stopwatch.StartNew();
        Secret secret = Manifests.Estate($$"""
            apiVersion: v1
            kind: Secret
            metadata: { name: hostile }
            stringData: { value: "ENC[AES256_GCM,data:{{hostile}}" }
            sops: {}
            """).Secrets.Single();

        secret.ReadableKeys.Select(key => key.Name).ShouldBe(["value"]);
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Duties_come_from_descriptors_bindings_and_groups() =>
        Found("duties", estate => estate.DutyHolders.SelectMany(holder => holder.Here.Select(claim =>
            $"{CaseEstate.Line(claim.Place)} {holder.Name} {claim.Duty}: {claim.Reason}")));

    [Theory]
    [InlineData("registry.example.com/erp/odoo:17", "registry.example.com", true)]
    [InlineData("registry.example.com/erp/odoo:17", "registry.example.com/erp/", true)]
    [InlineData("registry.example.com/erp/odoo:17", "registry.example.com/erp/odoo", true)]
    [InlineData("registry.example.com/erp-old/odoo:17", "registry.example.com/erp", false)]
    [InlineData("registry.example.com.evil.test/erp/odoo", "registry.example.com", false)]
    [InlineData("registry.example.com:5000/odoo", "registry.example.com", false)]
    [InlineData("odoo:17", "docker.io/library", true)]
    [InlineData("bitnami/redis", "bitnami", true)]
    [InlineData("quay.io/bitnami/redis", "bitnami", false)]
    public void Images_are_in_a_registry_by_whole_segments(string image, string registry, bool expected) =>
        ImageReference.Parse(image).IsIn(registry).ShouldBe(expected);

    private static void Found(string name, Func<Estate, IEnumerable<string>> describe) =>
        CaseEstate.Lines(describe(CaseEstate.Read(name))).ShouldBe(CaseEstate.Expected(name));
}
