// What helps developers opens production: a debugger runs code for whoever finds it, debug logs hold patients' data, a mail
// catcher swallows reminders. Such settings come along when manifests are copied from one stage to the next.

return new Policy<Resource, Scope>
{
    Title       = "No development setting reaches production",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(1)(ii)(B)"), Nist80053("CM-6"), Nist80053("CM-7"), Iso27001("A.8.31"), Iso27001("A.8.9")],
    Remediation = "Take the setting out of production's manifests, or give it the value that production needs; keep it in the overlay for developers.",
    Subjects    = estate => estate.Resources,
    Evaluate    = (resource, scope) =>
        !resource.Environment.IsDeclared ? NotApplicable("no descriptor declares production")
        : resource.Environment.Class is { } stage && !scope.Classes.Contains(stage) ? NotApplicable($"{resource.Environment.Description} is {Declared.Write(stage)}")
        : All([Pass("no such setting", resource["kind"]), .. DevelopmentSetting.In(resource).Select(found =>
            FailUnshown(found.Place, $"{found.Text} {found.Why}", resource["metadata.name"]))]),
};

record Scope
{
    public ImmutableArray<EnvironmentClass> Classes { get; init; } = [EnvironmentClass.Production, EnvironmentClass.DisasterRecovery];
}
