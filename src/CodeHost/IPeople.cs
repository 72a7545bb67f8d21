namespace PolicyGate.CodeHost;

/// <summary>Who belongs to what and may do what.</summary>
public interface IPeople
{
    /// <summary>
    /// Of a team, by its slug (<see href="https://docs.github.com/rest/teams/members">API</see>). Wants a token that may
    /// read the organization's members, which a workflow's own token may not.
    /// </summary>
    Task<HostAnswer<TeamMembership>> GetTeamMembership(string organization, string team, string login, CancellationToken cancellation);

    /// <summary>Members of child teams included. <see cref="HostProblemKind.NotFound"/> when the token may not see the team.</summary>
    Task<HostAnswer<Listing<Account>>> ListTeamMembers(string organization, string team, CancellationToken cancellation);

    /// <summary>In this repository (<see href="https://docs.github.com/rest/collaborators/collaborators">API</see>).</summary>
    Task<HostAnswer<Collaboration>> GetPermission(string login, CancellationToken cancellation);
}

public enum TeamMembership
{
    Active,

    /// <summary>Invited only.</summary>
    Pending,

    /// <summary>Not a member, or a team that the token may not see: GitHub does not tell which.</summary>
    NoneKnown,
}

/// <summary>What somebody may do in the repository.</summary>
/// <param name="Permission"><c>admin</c>, <c>write</c>, <c>read</c> or <c>none</c>.</param>
/// <param name="Role">As configured: also <c>maintain</c>, <c>triage</c> or one of the organization's own.</param>
public sealed record Collaboration(string Permission, string Role);
