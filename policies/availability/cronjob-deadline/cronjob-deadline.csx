// A CronJob that could not start in time is started late, at any time, unless it has a deadline; and if it missed more than
// a hundred starts it is never started again, a backup too.
// https://kubernetes.io/docs/concepts/workloads/controllers/cron-jobs/#starting-deadline

return new Policy<Resource, Deadline>
{
    Title       = "CronJobs have a deadline to start",
    Severity    = Low,
    Controls    = [Nist80053("CP-10"), Nist80053("CM-6"), Iso27001("A.8.9")],
    Remediation = "Set startingDeadlineSeconds: how late a run may start and still be of use, at least 10 seconds.",
    Subjects    = estate => estate.OfKind("CronJob").Where(job => job.Group is "batch" or ""),
    Evaluate    = (job, deadline) => Reachable(job["spec.startingDeadlineSeconds"], deadline.Seconds),
};

record Deadline
{
    // What the fix writes.
    public int Seconds { get; init; } = 300;
}

// The controller looks every ten seconds.
Verdict Reachable(Node deadline, int seconds) =>
    deadline.IsMissing        ? Fail(deadline, $"{deadline.Path} is not set", Set(deadline, seconds))
    : deadline.Integer is >= 10 ? Pass(deadline)
    : Fail(deadline, $"{deadline.Path} is {deadline}; below 10 seconds the job may never start", Set(deadline, seconds));
