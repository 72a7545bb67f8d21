// In an outage nobody has time to find out how much may be lost, how long it may take, who decides and what to do first.
// Production declares both targets, an owner of its backups, and a runbook that exists.

return new Policy<Environment>
{
    Title       = "Recovery targets, an owner and a runbook are declared",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(B)"), Hipaa("164.308(a)(7)(ii)(E)"), Nist80053("CP-2"), Nist80053("CP-10"), Iso27001("A.5.30")],
    Remediation = "Declare spec.recovery.rpo and rto, spec.owners.backup, and in spec.recovery.runbook the file that says how to restore.",
    Subjects    = estate => estate.Environments,
    Evaluate    = environment =>
        !environment.IsDeclared ? NotApplicable("no descriptor declares recovery targets")
        : !environment.IsProduction ? NotApplicable($"{environment.Description} is not production")
        : All([
            Target(environment["spec.recovery.rpo"], "how much may be lost"),
            Target(environment["spec.recovery.rto"], "how long recovery may take"),
            Owner(environment["spec.owners.backup"], environment["spec.owners.service"]),
            Runbook(environment["spec.recovery.runbook"], environment),
        ]),
};

Verdict Target(Node target, string what) =>
    target.IsMissing ? Fail(target, $"{target.Path} is not declared: {what}")
    : !Duration.TryParse(target.Text, out var time) ? NotApplicable($"{target} is no length of time, which is a finding of its own")
    : time.Span > TimeSpan.Zero ? Pass(target)
    : Fail(target, $"{target.Path} is {target}, which nobody can promise");

Verdict Owner(Node backup, Node service) =>
    backup.Text != "" ? Pass(backup)
    : service.Text != "" ? Pass(service)
    : Fail(backup, "nobody owns the recovery: declare spec.owners.backup");

Verdict Runbook(Node runbook, Environment environment) =>
    runbook.IsMissing ? Fail(runbook, "spec.recovery.runbook does not name the file that says how to restore")
    : environment.HasFile(runbook) == false ? Fail(runbook, $"{runbook} is no file of the repository, or is empty")
    : Pass(runbook);
