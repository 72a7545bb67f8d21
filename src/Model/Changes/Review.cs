using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>How somebody reviewed a change.</summary>
public enum ReviewState
{
    Approved,
    ChangesRequested,

    /// <summary>A remark, which leaves an earlier approval as it is.</summary>
    Commented,

    /// <summary>Taken back, by the reviewer or by somebody who may.</summary>
    Dismissed,

    /// <summary>Not sent yet, or of a kind that this program does not know.</summary>
    Other,
}

/// <summary>One review.</summary>
/// <param name="Reviewer">Empty login: the account was deleted.</param>
/// <param name="State">What it says.</param>
/// <param name="Commit">The full id of what was reviewed; empty when that commit is gone.</param>
/// <param name="IsOutdated">That is not the head of the change, so the reviewer has not seen all of it.</param>
/// <param name="SubmittedAt">Null when it was not sent.</param>
/// <param name="MayApprove">The reviewer may write to the repository, without which the host does not count an approval.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record Review(
    Person Reviewer, ReviewState State, string Commit, bool IsOutdated, DateTimeOffset? SubmittedAt, bool? MayApprove, Node Place)
{
    internal static Review Of(Node place, string head)
    {
        string commit = place["commit"].Text;
        return new(
            Person.Of(place["reviewer"]),
            StateOf(place["state"].Text),
            commit,
            commit != head,
            Instants.Parse(place["submittedAt"].Text),
            place["mayApprove"].Boolean,
            place);
    }

    private static ReviewState StateOf(string text) => text switch
    {
        "approved" => ReviewState.Approved,
        "changes-requested" => ReviewState.ChangesRequested,
        "commented" => ReviewState.Commented,
        "dismissed" => ReviewState.Dismissed,
        _ => ReviewState.Other,
    };
}
