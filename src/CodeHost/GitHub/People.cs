using System.Text.Json;
using PolicyGate.CodeHost.GitHub.Transport;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub;

/// <inheritdoc/>
internal sealed class People(RepositoryName repository, Calls calls, Pages pages) : IPeople
{
    public async Task<HostAnswer<TeamMembership>> GetTeamMembership(
        string organization, string team, string login, CancellationToken cancellation)
    {
        string address = Route.To("orgs", organization, "teams", team, "memberships", login);
        HostAnswer<TeamMembership> answer = await calls
            .Ask(
                GitHubRequest.Get(address, "read the team membership", Permission.MembersRead),
                response => GitHubJson.Read(response, GitHubJson.Default.MembershipWire).ToMembership(),
                cancellation)
            .ConfigureAwait(false);
        return answer.Problem is { Kind: HostProblemKind.NotFound } ? TeamMembership.NoneKnown : answer;
    }

    public Task<HostAnswer<Listing<Account>>> ListTeamMembers(string organization, string team, CancellationToken cancellation) =>
        pages.All(
            GitHubRequest.Get(Route.To("orgs", organization, "teams", team, "members"), "list the team's members", Permission.MembersRead),
            GitHubJson.Default.ImmutableArrayAccountWire,
            account => account.ToAccount() ?? throw new JsonException("a member has no login"),
            cancellation);

    public Task<HostAnswer<Collaboration>> GetPermission(string login, CancellationToken cancellation) =>
        calls.Ask(
            GitHubRequest.Get(
                Route.In(repository, "collaborators", login, "permission"), "read what a person may do here", Permission.MetadataRead),
            response => GitHubJson.Read(response, GitHubJson.Default.CollaborationWire).ToCollaboration(),
            cancellation);
}
