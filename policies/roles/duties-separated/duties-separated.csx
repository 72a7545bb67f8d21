// Who writes a change must not be the one who approves it or the one who brings it into production:
// then one mistake, or one stolen account, is enough for everything.
// Nobody holds two of developer, operator and approver, whether by descriptor, by binding or by group.

return new Policy<DutyHolder>
{
    Title       = "Nobody holds two of developer, operator and approver",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(3)(i)"), Nist80053("AC-5"), Iso27001("A.5.3")],
    Remediation = "Take one of the duties away: out of spec.roles of the descriptor, or out of the binding that lets them write in production.",
    Subjects    = estate => estate.DutyHolders,
    Evaluate    = holder => Each(holder.Here, claim => Separated(claim, holder)),
};

// What a descriptor says stands; what contradicts it is the finding.
Verdict Separated(DutyClaim claim, DutyHolder holder) => holder.Everywhere[0] switch
{
    _ when holder.IsEverybody => Fail(claim.Place, $"{holder.Name} {claim.Reason}, and developers and approvers are in it"),
    var first when first.Duty == claim.Duty => Pass(claim.Place),
    var first => Fail(claim.Place, $"{holder.Name} {claim.Reason}, and {first.Reason} of {first.Environment.Name}: nobody holds two of developer, operator and approver"),
};
