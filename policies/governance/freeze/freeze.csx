// There are weeks in which nobody is there to mend what a change breaks, or in which everybody depends on the system:
// the flu season's peak, the year-end billing. In a freeze that the environment declares no production change merges,
// unless it is a declared emergency.

return new Policy<Change, Emergency>
{
    Title       = "No production change merges in a freeze",
    Severity    = Medium,
    Controls    = [Nist80053("CM-3"), Iso27001("A.8.32")],
    Remediation = "Merge the change after the freeze of spec.changes.freeze, or label the pull request as an emergency.",
    Subjects    = estate => estate.Changes,
    Evaluate    = OutsideFreeze,
};

record Emergency { public string Label { get; init; } = "emergency"; }

Verdict OutsideFreeze(Change change, Emergency emergency) =>
    !change.Environment.IsProduction ? NotApplicable("the environment is not production")
    : Freezes(change).Count == 0     ? NotApplicable("the environment declares no freeze")
    : !change.Touches                ? NotApplicable("the change touches nothing of the environment")
    : Freezes(change).Items.FirstOrDefault(freeze => Holds(freeze, change)) is not { } frozen
                                     ? Pass("outside every freeze", change["spec.instant"])
    : change.Labels.Contains(emergency.Label)
                                     ? Pass($"a declared emergency: {emergency.Label}", change["spec.labels"])
    : Fail(change["spec.instant"], $"{change["spec.instant"]} is in the freeze of {change.Environment.Name} from {frozen["from"]} until {frozen["until"]}{Why(frozen)}");

Node Freezes(Change change) => change.Environment["spec.changes.freeze"];

// Both days are included, by the clocks of the change windows' zone. A freeze that cannot be read holds.
bool Holds(Node freeze, Change change) =>
    ExpiryDate.Of(freeze["from"]).Day is not { } from || ExpiryDate.Of(freeze["until"]).Day is not { } until
    || DateOnly.FromDateTime(change.LocalTime(Zone(change))) is var day && from <= day && day <= until;

string Zone(Change change) =>
    change.Environment["spec.changes.windows"].Texts.Select(written => ChangeWindow.TryParse(written, out var window) ? window.Zone : null).FirstOrDefault(zone => zone is not null) ?? "UTC";

string Why(Node freeze) => freeze["reason"].Exists ? $" ({freeze["reason"]})" : "";
