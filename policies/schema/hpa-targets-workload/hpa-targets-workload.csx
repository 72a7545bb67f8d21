// An autoscaler whose target does not exist scales nothing when the load comes, and nobody notices before. A metric of an
// object has to say which object it is.
// https://kubernetes.io/docs/concepts/workloads/autoscaling/horizontal-pod-autoscale/

return new Policy<Resource>
{
    Title       = "Each autoscaler has a target that exists",
    Severity    = Medium,
    Controls    = [Nist80053("CP-2(2)"), Nist80053("SC-5"), Hipaa("164.308(a)(7)(i)"), Iso27001("A.8.6")],
    Remediation = "Write the kind and name of a workload of the same namespace into scaleTargetRef.",
    Subjects    = estate => estate.OfKind("HorizontalPodAutoscaler").Where(one => one.Group == "autoscaling"),
    Evaluate    = scaler => All([Found(scaler["spec.scaleTargetRef"], scaler), .. scaler["spec.metrics"].Items.SelectMany(Described)]),
};

Verdict Found(Node target, Resource scaler) =>
    scaler.Neighbour(target["kind"].Text, target["name"].Text) is { } workload ? Pass(target, workload["metadata.name"])
    : target["name"].Exists && scaler.Home?.MayHoldMore(scaler.Home.Pods.Length > 0) is { } reason ? NotApplicable(reason)
    : Fail(target["name"], $"{target["name"].Path} is {target["name"]}, and there is no {target["kind"]} of that name in namespace {scaler.Namespace}");

// https://kubernetes.io/docs/reference/kubernetes-api/workload-resources/horizontal-pod-autoscaler-v2/#HorizontalPodAutoscalerSpec
IEnumerable<Verdict> Described(Node metric) =>
    from name in metric["type"].Text == "Object" ? new[] { "kind", "name" } : []
    let field = metric["object.describedObject"].Exists ? metric["object.describedObject"].Field(name) : metric["object.target"].Field(name)
    where field.Text == ""
    select Fail(field, $"{field.Path} is not set, so the metric is of no object");
