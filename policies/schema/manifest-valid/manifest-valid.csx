// A field that is misspelt is dropped or refused, and what somebody believed to be set is not: a limit, a security context,
// a probe. Known are the fields of Kubernetes' own kinds in version 1.36; custom resources are judged by their operators.
// https://kubernetes.io/docs/reference/using-api/api-concepts/#setting-the-field-validation-level

return new Policy<Resource>
{
    Title       = "Manifests are what the API server takes",
    Severity    = Medium,
    Controls    = [Nist80053("CM-6"), Nist80053("SI-10"), Iso27001("A.8.9")],
    Remediation = "Write the field as the API reference has it: https://kubernetes.io/docs/reference/kubernetes-api/.",
    Subjects    = estate => estate.Resources,
    Evaluate    = one =>
        one["apiVersion"].IsMissing || one["kind"].IsMissing ? Fail(one[one["kind"].IsMissing ? "kind" : "apiVersion"], "an object of the API has apiVersion and kind; this one does not say which it is")
        : ManifestFaults.Knows(one)
        ? All([Pass(one["kind"]), .. ManifestFaults.Of(one).Select(fault => FailUnshown(fault.Place, fault.Message, one["metadata.name"]))])
        : NotApplicable($"the fields of {one.ApiVersion} are not known"),
};
