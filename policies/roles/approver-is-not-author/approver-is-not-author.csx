// Whoever writes a change sees what was meant, not what is there. A second pair of eyes finds the mistake,
// and one stolen account is not enough to change production.
// An approver of the environment, who wrote none of the commits, has approved the very head of the pull request.

return new Policy<Change>
{
    Title       = "An approver who wrote none of the change has approved it",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(3)(i)"), Nist80053("AC-5"), Nist80053("CM-3"), Iso27001("A.5.3")],
    Remediation = "Have one of spec.roles.approvers who wrote no commit of the pull request approve its head; a push after the approval asks for a new one.",
    Subjects    = estate => estate.Changes,
    Evaluate    = Approved,
};

Verdict Approved(Change change) =>
    !change.Environment.IsProduction     ? NotApplicable("the environment is not production")
    : !change.Touches                    ? NotApplicable("the change touches nothing of the environment")
    : change["spec.pullRequest"] is var pullRequest && !change.HasPullRequest
                                         ? Fail(pullRequest, "the change was pushed without a pull request, so nobody approved it")
    : Approvers(change) is var approvers && !approvers.Any()
                                         ? Fail(change.Environment["spec.roles.approvers"], $"{change.Environment.Name} declares no approvers, so nobody can approve a change")
    : Stranger(change) is { } stranger   ? Fail(stranger.Place, $"nobody is known at the code host as {stranger.Name}, who wrote some of the change: it may be the approver")
    : change.FirstBy(approvers, change.Approvals.Where(approval => !Wrote(change, approval.Reviewer))) is { } approval
                                         ? Pass(approval.Place)
    : Fail(change["spec.reviews"], $"nobody of {string.Join(", ", approvers)} who wrote none of the change has approved its head");

IEnumerable<string> Approvers(Change change) =>
    change.Environment["spec.roles.approvers"].Texts.Append(change.Environment["spec.owners.approver"].Text).Where(name => name.Length > 0);

Person? Stranger(Change change) =>
    change.Commits.SelectMany(commit => new[] { commit.Author, commit.Committer }).FirstOrDefault(person => person.Login.Length == 0);

bool Wrote(Change change, Person person) =>
    change.Author.Is(person.Login) || change.Commits.Any(commit => commit.Writers.Any(writer => writer.Is(person.Login)));
