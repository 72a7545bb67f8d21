// Kubernetes takes old versions of its API away. A cluster that is brought up to date refuses what was written for them, and
// a recovery from git fails on the day it is needed. https://kubernetes.io/docs/reference/using-api/deprecation-guide/

return new Policy<Resource, Target>
{
    Title       = "Manifests use versions of the API that are there to stay",
    Severity    = Medium,
    Controls    = [Nist80053("SI-2"), Nist80053("SA-22"), Nist80053("CM-6"), Hipaa("164.308(a)(7)(ii)(B)"), Iso27001("A.8.8")],
    Remediation = "Write the newer apiVersion, and change the fields that differ: the deprecation guide tells them for each kind.",
    Subjects    = estate => estate.Resources,
    Evaluate    = (one, target) => ApiLifecycle.Of(one) is { } old ? Judged(one, old, target) : Pass(one["apiVersion"]),
};

record Target
{
    /// <summary>The version of Kubernetes that the clusters run, or are about to.</summary>
    public string Kubernetes { get; init; } = "1.34";

    /// <summary>What is served still, but deprecated, fails too.</summary>
    public bool Deprecated { get; init; } = true;
}

Verdict Judged(Resource one, ApiLifecycle old, Target target) => (Version.Parse(target.Kubernetes), one["apiVersion"]) switch
{
    (var version, var place) when old.Removed is { } removed && removed <= version =>
        Fail(place, $"{one.Kind} of {place} is gone since Kubernetes {removed}{Instead(old)}", Mend(place, old)),
    (var version, var place) when old.Deprecated <= version && target.Deprecated =>
        Fail(place, $"{one.Kind} of {place} is deprecated since Kubernetes {old.Deprecated}{Ends(old)}{Instead(old)}", Mend(place, old)),
    (var version, var place) => Pass($"Kubernetes {version} serves it", place),
};

string Ends(ApiLifecycle old) => old.Removed is { } removed ? $" and goes with {removed}" : "";

string Instead(ApiLifecycle old) => old.Replacement == "" ? "; nothing takes its place" : $"; write {old.Replacement}";

Fix? Mend(Node place, ApiLifecycle old) => old.IsSame ? Set(place, old.Replacement) : null;
