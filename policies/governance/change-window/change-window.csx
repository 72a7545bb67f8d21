// Changes go in when those who can mend them are awake and those who depend on the system are not.
// A production change merges inside a window that the environment declares, unless it is a declared emergency.

return new Policy<Change, Emergency>
{
    Title       = "Production changes merge inside a change window",
    Severity    = Medium,
    Controls    = [Nist80053("CM-3"), Iso27001("A.8.32")],
    Remediation = "Judge the change again inside a window of spec.changes.windows and merge it then, or label the pull request as an emergency; declare the windows where there are none.",
    Subjects    = estate => estate.Changes,
    Evaluate    = InWindow,
};

record Emergency { public string Label { get; init; } = "emergency"; }

Verdict InWindow(Change change, Emergency emergency) =>
    !change.Environment.IsProduction       ? NotApplicable("the environment is not production")
    : !change.Touches                      ? NotApplicable("the change touches nothing of the environment")
    : change.Labels.Contains(emergency.Label)
                                           ? Pass($"a declared emergency: {emergency.Label}", change["spec.labels"])
    : Windows(change).Count == 0           ? Fail(Windows(change), $"{change.Environment.Name} declares no change windows, so nobody knows when a change may merge")
    : Windows(change).Items.FirstOrDefault(window => IsOpen(window, change)) is { } open
                                           ? Pass(open, change["spec.instant"])
    : Fail(change["spec.instant"], $"{change["spec.instant"]} is in no change window of {change.Environment.Name}: {string.Join("; ", Windows(change).Texts)}");

Node Windows(Change change) => change.Environment["spec.changes.windows"];

bool IsOpen(Node written, Change change) => ChangeWindow.TryParse(written.Text, out var window) && change.IsWithin(window);
