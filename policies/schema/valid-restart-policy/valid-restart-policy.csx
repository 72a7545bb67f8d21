// A pod that is there to go on has to be started again when it ends; with Never it stays down until somebody notices. Jobs
// end, and may leave what failed for people to look at. What a kind does not allow at all, schema/manifest-valid tells.
// https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#restart-policy

return new Policy<PodTemplate>
{
    Title       = "Pods that are to go on are started again",
    Severity    = Low,
    Controls    = [Nist80053("CP-10"), Nist80053("SI-13"), Hipaa("164.308(a)(7)(i)"), Iso27001("A.8.14")],
    Remediation = "Leave restartPolicy out, or set it to Always or OnFailure; make a Job of what runs once.",
    Subjects    = estate => estate.Pods,
    Evaluate    = pod => Restarted(pod.Spec["restartPolicy"], pod.Workload.Kind),
};

Verdict Restarted(Node policy, string kind) => (policy.Text, kind) switch
{
    ("" or "Always" or "OnFailure", _)          => Pass(policy),
    ("Never", "Job" or "CronJob" or "JobSet")   => Pass("a Job ends", policy),
    ("Never", _)                                => Fail(policy, $"{policy.Path} is Never, so nothing starts the pod again", Mend(policy, kind)),
    _                                           => Fail(policy, $"{policy.Path} is {policy}; it must be Always, OnFailure or Never"),
};

// What makes a Pod of its own may mean it to end; workloads never do.
Fix? Mend(Node policy, string kind) => kind == "Pod" ? null : Remove(policy);
