using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Live;

/// <summary>What the API knows of fields, as the tables say it and as definitions do.</summary>
public sealed class ShapeTests
{
    private static readonly ApiShapes BuiltIn = new([]);

    /// <summary>Each line: a kind, a way to a list, and the fields that tell its items apart.</summary>
    [Theory]
    [InlineData("apps Deployment", "spec.template.spec.containers", "name")]
    [InlineData("apps Deployment", "spec.template.spec.initContainers.env", "name")]
    [InlineData("batch CronJob", "spec.jobTemplate.spec.template.spec.ephemeralContainers.ports", "containerPort protocol")]
    [InlineData(" Pod", "spec.volumes", "name")]
    [InlineData(" Service", "spec.ports", "port protocol")]
    [InlineData(" Service", "metadata.ownerReferences", "uid")]
    [InlineData(" Service", "metadata.finalizers", "set")]
    [InlineData(" Pod", "spec.tolerations", "whole")]
    [InlineData(" Pod", "spec.containers.args", "whole")]
    [InlineData("rbac.authorization.k8s.io RoleBinding", "subjects", "whole")]
    [InlineData("networking.k8s.io Ingress", "spec.rules", "whole")]
    [InlineData("example.com Deployment", "spec.template.spec.containers", "whole")]
    [InlineData("example.com Deployment", "metadata.finalizers", "set")]
    public void Items_of_lists_are_told_apart_as_the_API_does(string kind, string way, string keys)
    {
        string[] name = kind.Split(' ');

        string actual = Along(BuiltIn.Of(name[0], "v1", name[1]), way).List switch
        {
            ListShape.Map map => string.Join(' ', map.Keys.Select(key => key.Name)),
            ListShape.Set => "set",
            _ => "whole",
        };

        actual.ShouldBe(keys);
    }

    [Theory]
    [InlineData("apps StatefulSet", "spec.volumeClaimTemplates.spec.resources.requests.storage", true)]
    [InlineData("apps StatefulSet", "spec.template.spec.containers.resources.limits", false)]
    [InlineData(" ResourceQuota", "spec.hard.requests", true)]
    [InlineData(" Pod", "spec.containers.resources.limits.cpu", true)]
    [InlineData(" Pod", "spec.containers.image", false)]
    [InlineData("example.com Pod", "spec.containers.resources.limits.cpu", false)]
    public void Quantities_are_known_where_the_API_has_them(string kind, string way, bool isQuantity)
    {
        string[] name = kind.Split(' ');

        Along(BuiltIn.Of(name[0], "v1", name[1]), way).IsQuantity.ShouldBe(isQuantity);
    }

    /// <summary>Each line: an object as it is live, the field, and whether the server would have filled it in so.</summary>
    [Theory]
    [InlineData("{ spec: { replicas: 1 } }", "apps Deployment", "spec.replicas", true)]
    [InlineData("{ spec: { replicas: 2 } }", "apps Deployment", "spec.replicas", false)]
    [InlineData("{ spec: { containers: [{ image: 'a:1', imagePullPolicy: IfNotPresent }] } }", " Pod", "spec.containers[0].imagePullPolicy", true)]
    [InlineData("{ spec: { containers: [{ image: 'a:1', imagePullPolicy: Always }] } }", " Pod", "spec.containers[0].imagePullPolicy", false)]
    [InlineData("{ spec: { containers: [{ image: a, imagePullPolicy: Always }] } }", " Pod", "spec.containers[0].imagePullPolicy", true)]
    [InlineData("{ spec: { containers: [{ resources: { limits: { cpu: '2' }, requests: { cpu: '2' } } }] } }", " Pod", "spec.containers[0].resources.requests", true)]
    [InlineData("{ spec: { containers: [{ resources: { limits: { cpu: '2' }, requests: { cpu: '1' } } }] } }", " Pod", "spec.containers[0].resources.requests", false)]
    [InlineData("{ spec: { hostNetwork: true, containers: [{ ports: [{ containerPort: 80, hostPort: 80 }] }] } }", " Pod", "spec.containers[0].ports[0].hostPort", true)]
    [InlineData("{ spec: { containers: [{ ports: [{ containerPort: 80, hostPort: 80 }] }] } }", " Pod", "spec.containers[0].ports[0].hostPort", false)]
    [InlineData("{ spec: { ports: [{ port: 80, targetPort: 80 }] } }", " Service", "spec.ports[0].targetPort", true)]
    [InlineData("{ spec: { ports: [{ port: 80, targetPort: 8080 }] } }", " Service", "spec.ports[0].targetPort", false)]
    [InlineData("{ spec: { policyTypes: [Ingress] } }", "networking.k8s.io NetworkPolicy", "spec.policyTypes", true)]
    [InlineData("{ spec: { egress: [], policyTypes: [Ingress] } }", "networking.k8s.io NetworkPolicy", "spec.policyTypes", false)]
    [InlineData("{ spec: { template: { spec: { serviceAccountName: a, serviceAccount: a } } } }", "apps Deployment", "spec.template.spec.serviceAccount", true)]
    [InlineData("{ spec: { template: { spec: { serviceAccountName: a, serviceAccount: b } } } }", "apps Deployment", "spec.template.spec.serviceAccount", false)]
    [InlineData("{ spec: { template: { spec: { securityContext: {} } } } }", "apps Deployment", "spec.template.spec.securityContext", true)]
    [InlineData("{ spec: { template: { spec: { securityContext: { runAsUser: 0 } } } } }", "apps Deployment", "spec.template.spec.securityContext", false)]
    [InlineData("{ subjects: [{ kind: User, apiGroup: rbac.authorization.k8s.io }] }", "rbac.authorization.k8s.io RoleBinding", "subjects[0].apiGroup", true)]
    [InlineData("{ subjects: [{ kind: User, apiGroup: example.com }] }", "rbac.authorization.k8s.io RoleBinding", "subjects[0].apiGroup", false)]
    public void Defaults_are_known_as_the_server_fills_them_in(string live, string kind, string path, bool isFilledIn)
    {
        string[] name = kind.Split(' ');
        Node field = Root(live)[path];
        field.Exists.ShouldBeTrue();

        Along(BuiltIn.Of(name[0], "v1", name[1]), string.Join('.', field.Route.Steps.Select(step => step.Key).OfType<string>()))
            .IsFilledIn(field).ShouldBe(isFilledIn);
    }

    [Fact]
    public void A_definition_says_how_its_objects_are()
    {
        ApiShapes shapes = new([Root("""
            spec:
              group: erp.example.com
              names: { kind: Clinic }
              versions:
                - name: v1
                  schema:
                    openAPIV3Schema:
                      properties:
                        spec:
                          properties:
                            open: { default: true }
                            wards:
                              x-kubernetes-list-type: map
                              x-kubernetes-list-map-keys: [name, side]
                              items: { properties: { side: { default: left } } }
            """)]);
        ApiField spec = shapes.Of("erp.example.com", "v1", "Clinic").Field("spec");

        ListShape.Map wards = spec.Field("wards").List.ShouldBeOfType<ListShape.Map>();
        wards.NameOf(Root("{ name: a }")).ShouldBe(wards.NameOf(Root("{ side: left, name: a }")));
        wards.NameOf(Root("{ name: a }")).ShouldNotBe(wards.NameOf(Root("{ side: right, name: a }")));
        spec.Field("open").IsFilledIn(Root("{ open: true }")["open"]).ShouldBeTrue();
        spec.Field("open").IsFilledIn(Root("{ open: false }")["open"]).ShouldBeFalse();
        spec.Field("beds").IsFilledIn(Root("{ beds: 1 }")["beds"]).ShouldBeFalse();
        shapes.HasOneShape("erp.example.com", "Clinic").ShouldBeTrue();
        shapes.HasOneShape("apps", "Deployment").ShouldBeFalse();
    }

    private static ApiField Along(ApiField field, string way) =>
        way.Split('.').Aggregate(field, (place, name) => place.List is ListShape.Map ? place.Item.Field(name) : place.Field(name));

    private static Node Root(string text) => YamlReader.Read("live.yaml", text, LoadLimits.Default).Documents.Single().Root;
}
