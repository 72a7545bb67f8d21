// The code host asks the owners of a path for their approval before a change to it merges. A path that nobody owns,
// or that a later line of CODEOWNERS takes away again, changes without the approvers ever seeing it.

return new Policy<CodeOwnership>
{
    Title       = "Every production path has an owner from the approvers' group",
    Severity    = High,
    Controls    = [Nist80053("CM-3"), Nist80053("CM-5"), Nist80053("AC-5"), Iso27001("A.8.32"), Iso27001("A.8.4")],
    Remediation = "Name the approvers of spec.roles.approvers in CODEOWNERS for every path that production is made of; the last line that matches decides. Have the branch's protection require their review.",
    Subjects    = estate => estate.CodeOwnerships,
    Evaluate    = ownership => Approvers(ownership.Environment) is { IsEmpty: false } approvers
        ? Each(ownership.Areas, area => Owned(ownership, area, approvers), "the environment has no files")
        : Fail(ownership.Environment["spec.roles.approvers"], $"{ownership.Environment.Name} declares no approvers, so nobody can own its files for them"),
};

ImmutableArray<string> Approvers(Environment environment) =>
    [.. environment["spec.roles.approvers"].Texts.Append(environment["spec.owners.approver"].Text).Where(name => name.Length > 0)];

Verdict Owned(CodeOwnership ownership, OwnedArea area, ImmutableArray<string> approvers) => area switch
{
    { Rule: { } rule } when ownership.IsOwnedBy(area, approvers) => Pass(rule),
    { Rule: { } rule, Owners.IsEmpty: true } => Fail(rule, $"{rule["pattern"]} takes the owner of {Some(area)} away"),
    { Rule: { } rule } => Fail(rule, $"{Some(area)} belongs to {string.Join(", ", area.Owners)}, and to none of the approvers: {string.Join(", ", approvers)}"),
    _ => Fail(ownership.Environment["spec.sources"], ownership.File.Length == 0
        ? $"there is no CODEOWNERS file, so nobody owns {Some(area)}"
        : $"no line of {ownership.File} gives {Some(area)} an owner"),
};

string Some(OwnedArea area) => area.Paths.Length == 1 ? area.Paths[0] : $"{area.Paths[0]} and {area.Paths.Length - 1} more";
