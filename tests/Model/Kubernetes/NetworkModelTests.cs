using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>What leads where, what makes objects, and what the API server would say.</summary>
public sealed class NetworkModelTests
{
    [Fact]
    public void Routes_know_which_Services_and_ports_they_lead_to() =>
        Found("backends", estate => estate.RouteBackends.Select(backend =>
            $"{CaseEstate.Line(backend.ServiceName)} {backend.Route.Kind} {backend.Route.Name} {backend.Namespace}/{backend.ServiceName} {(backend.Service is null ? "missing" : "found")} {backend.FindsPort}"));

    [Fact]
    public void Objects_are_held_against_the_fields_of_their_kind() =>
        Found("faults", estate => estate.Resources.SelectMany(ManifestFaults.Of).Select(fault => $"{CaseEstate.Line(fault.Place)} {fault.Message}"));

    [Fact]
    public void Charts_and_operators_make_what_git_does_not_hold() =>
        Found("makers", estate => estate.Namespaces.Select(ns => $"{ns.Name} {ns.Maker?.Description ?? "-"}"));

    [Theory]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-internal", "true", true)]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-internal", "false", false)]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-scheme", "internet-facing", false)]
    [InlineData("networking.gke.io/load-balancer-type", "internal", true)]
    [InlineData("service.kubernetes.io/qcloud-loadbalancer-internal-subnetid", "subnet-1", true)]
    [InlineData("example.com/internal", "true", false)]
    public void Annotations_keep_a_load_balancer_inside(string annotation, string value, bool expected) =>
        ServiceWith(annotation, value).InternalAnnotation.ShouldBe(expected);

    [Theory]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-ssl-cert", "arn:aws:acm:eu-west-1:1:certificate/a", true)]
    [InlineData("service.beta.kubernetes.io/aws-load-balancer-ssl-cert", " ", false)]
    [InlineData("load-balancer.hetzner.cloud/http-certificates", "erp", true)]
    public void Annotations_name_the_certificate_of_a_load_balancer(string annotation, string value, bool expected) =>
        ServiceWith(annotation, value).CertificateAnnotation.ShouldBe(expected);

    [Theory]
    [InlineData("kubernetes.io/ingress.allow-http", "false", true)]
    [InlineData("kubernetes.io/ingress.allow-http", "true", false)]
    [InlineData("nginx.ingress.kubernetes.io/force-ssl-redirect", "True", true)]
    [InlineData("alb.ingress.kubernetes.io/ssl-redirect", "80", false)]
    public void Annotations_refuse_plain_requests(string annotation, string value, bool expected)
    {
        Resource ingress = Manifests.Estate($$"""
            apiVersion: networking.k8s.io/v1
            kind: Ingress
            metadata: { name: erp, annotations: { {{annotation}}: "{{value}}" } }
            """).Resources.Single();

        (PlainRequests.RefusedBy(ingress) is not null).ShouldBe(expected);
    }

    [Fact]
    public void A_table_names_no_type_that_it_does_not_tell()
    {
        string[][] rows = [.. DataList.Lines(typeof(Resource).Assembly, "kubernetes/fields.txt").Select(line => line.Split(' '))];
        string[] scalars = ["any", "boolean", "integer", "integer-or-string", "number", "quantity", "string"];
        string[] types = [.. rows.Where(row => row[0] == "type").Select(row => row[1]).Distinct()];
        string[] used =
        [
            .. rows.Where(row => row[0] == "kind").Select(row => row[3]),
            .. rows.Where(row => row[0] == "type").SelectMany(row => row.Skip(2)).Select(field => field.Split('=')[1].TrimEnd('[', ']', '{', '}')),
        ];

        used.Except(types).Except(scalars).ShouldBeEmpty();
        types.Except(used).ShouldBeEmpty();
        rows.Where(row => row[0] == "values").Select(row => row[1]).Except(types).ShouldBeEmpty();
    }

    [Fact]
    public void What_goes_was_deprecated_before()
    {
        string[][] rows = [.. DataList.Lines(typeof(Resource).Assembly, "kubernetes/api-lifecycle.txt").Select(line => line.Split(' '))];

        rows.Where(row => row.Length is < 5 or > 6 || (row.Length == 6 && row[5] != "same")).ShouldBeEmpty();
        rows.Where(row => row[3] != "-" && Version.Parse(row[2]) >= Version.Parse(row[3])).ShouldBeEmpty();
        rows.Where(row => row[4] == row[0]).ShouldBeEmpty();
    }

    private static (bool InternalAnnotation, bool CertificateAnnotation) ServiceWith(string annotation, string value)
    {
        Service service = Manifests.Estate($$"""
            apiVersion: v1
            kind: Service
            metadata: { name: odoo, annotations: { {{annotation}}: "{{value}}" } }
            spec: { type: LoadBalancer }
            """).Services.Single();
        return (service.InternalAnnotation is not null, service.CertificateAnnotation is not null);
    }

    private static void Found(string name, Func<Estate, IEnumerable<string>> describe) =>
        CaseEstate.Lines(describe(CaseEstate.Read(name))).ShouldBe(CaseEstate.Expected(name));
}
