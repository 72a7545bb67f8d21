using System.Collections.Immutable;

namespace PolicyGate.CodeHost.Facts;

/// <summary>Finds the members of teams, where the token may read them.</summary>
internal sealed class TeamFinder(ICodeHost host)
{
    /// <summary>Each is a request or more, and a hostile CODEOWNERS may name any number.</summary>
    private const int MostTeams = 100;

    /// <param name="owners">Whose teams matter.</param>
    /// <param name="asked">Teams that matter besides: those come first.</param>
    /// <param name="cancellation">Stops the asking.</param>
    public async Task<ImmutableArray<TeamFacts>> Find(
        Fact<OwnersFile> owners, ImmutableArray<string> asked, CancellationToken cancellation)
    {
        ImmutableArray<TeamFacts>.Builder found = ImmutableArray.CreateBuilder<TeamFacts>();
        foreach ((string organization, string slug) in Named(owners, asked))
        {
            Fact<ImmutableArray<string>> members = found.Count < MostTeams
                ? await MembersOf(organization, slug, cancellation).ConfigureAwait(false)
                : Fact.Unknown<ImmutableArray<string>>($"there are more than {MostTeams} teams");
            found.Add(new(organization, slug, members));
        }

        return found.ToImmutable();
    }

    private IEnumerable<(string Organization, string Slug)> Named(Fact<OwnersFile> owners, ImmutableArray<string> asked)
    {
        IEnumerable<string> teams = owners.IsKnown
            ? owners.Value.Rules
                .SelectMany(rule => rule.Owners)
                .Where(owner => owner.StartsWith('@') && owner.Contains('/', StringComparison.Ordinal))
            : [];
        return asked.Concat(teams)
            .Select(name => name.TrimStart('@').ToLowerInvariant().Split('/', 2))
            .Select(parts => parts.Length == 2 ? (parts[0], parts[1]) : (host.Name.Owner.ToLowerInvariant(), parts[0]))
            .Where(team => IsName(team.Item1) && IsName(team.Item2))
            .Distinct();
    }

    /// <summary>Of what organizations and slugs are made of, so that no other address is asked.</summary>
    private static bool IsName(string text) => text.Length > 0 && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private async Task<Fact<ImmutableArray<string>>> MembersOf(string organization, string slug, CancellationToken cancellation) =>
        Fact.Whole(await host.People.ListTeamMembers(organization, slug, cancellation).ConfigureAwait(false))
            .Then(members => Fact.Of(members.Items.Select(member => member.Login).Order(StringComparer.Ordinal).ToImmutableArray()));
}
