// A quota that is smaller than what the manifests ask for lets the last pods not start, and that shows on the day of an
// outage, when everything starts at once. What each object asks for, for all its pods and for as many as an autoscaler
// may make, stays inside; and where a quota counts something, every pod says how much of it.
// https://kubernetes.io/docs/concepts/policy/resource-quotas/

return new Policy<QuotaLimit>
{
    Title       = "What a namespace asks for stays inside its quota",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(7)(ii)(C)"), Nist80053("SC-6"), Nist80053("CP-2(2)"), Iso27001("A.8.6")],
    Remediation = "Raise the quota, or ask for less: fewer replicas, smaller requests and limits. Write down amounts that are left open.",
    Subjects    = estate => estate.QuotaLimits,
    Evaluate    = limit => limit.Hard is not { } hard
        ? Fail(limit.Node, $"{limit.Node} is no quantity such as 4 or 8Gi")
        : All([Fits(limit, hard), .. limit.Uses.Where(use => use.Amount is null).Select(use => Open(use, limit))]),
};

Verdict Fits(QuotaLimit limit, Quantity hard) => limit.Used > hard
    ? Fail(limit.Node, $"the namespace asks for {limit.Used} of {limit.Name}, more than {hard}: {string.Join(", ", Largest(limit))}")
    : Pass($"{limit.Used} of {hard}", limit.Node);

IEnumerable<string> Largest(QuotaLimit limit) =>
    limit.Uses.Where(use => use.Amount is not null).OrderByDescending(use => use.Amount).Take(3).Select(use => $"{use.Resource.Description} {use.Amount}");

Verdict Open(QuotaUse use, QuotaLimit limit) =>
    Fail(use.Place, $"{use.Resource.Description} leaves {limit.Name} open, so {limit.Resource.Description} refuses its pods");
