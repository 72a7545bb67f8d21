using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Delivery;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Changes;

/// <summary>
/// Who owns the files that a production environment is made of: as the CODEOWNERS file of the repository says, or, without
/// one, that of the facts about the change. Its node is the descriptor.
/// </summary>
public sealed class CodeOwnership : Subject
{
    private readonly ImmutableArray<Group> teams;

    private CodeOwnership(Environment environment, string file, ImmutableArray<OwnedArea> areas, ImmutableArray<Group> teams)
        : base(environment, environment.Node)
    {
        this.teams = teams;
        File = file;
        Areas = areas;
    }

    /// <summary>The CODEOWNERS file; empty when there is none.</summary>
    public string File { get; }

    /// <summary>Paths by the line that decides about them, in the order of the first path.</summary>
    public ImmutableArray<OwnedArea> Areas { get; }

    /// <summary>
    /// One of those people and groups owns the area: as CODEOWNERS writes them, or as a team that the facts know to hold
    /// the owner. A team is known by its name, whatever its organization.
    /// </summary>
    public bool IsOwnedBy(OwnedArea area, IEnumerable<string> names) =>
        area.Owners.Any(owner => names.Any(name => IsSame(owner, name) || teams.Any(team => IsSame(team.Name, name) && team.Members?.Contains(owner.TrimStart('@'), StringComparer.OrdinalIgnoreCase) == true)));

    public override ResourceReference? Reference => null;

    public override string Description => $"owners of {Environment.Description}";

    internal static IEnumerable<CodeOwnership> In(Estate estate)
    {
        Node? facts = estate.ChangeFacts?.Root["spec"];
        ImmutableArray<Node> files = [.. estate.Surroundings.CodeOwners.Select(document => document.Root)];
        ImmutableArray<Node> known = files.IsEmpty && facts?["codeOwners"] is { IsMapping: true } owners && owners["unknown"].IsMissing ? [owners] : files;
        ImmutableArray<Group> teams = [.. facts?["teams"].Items.Select(Group.Of) ?? []];
        ImmutableArray<string> changed = [.. facts?["files"].Items.Select(file => file["path"].Text) ?? []];
        StageWords words = new(estate);
        ImmutableArray<(string Directory, CodeOwners Owners)> all = [.. known.Select(place => (place["directory"].Text, CodeOwners.Of(place)))];
        return estate.Environments
            .Where(environment => environment.IsProduction)
            .Select(environment => new CodeOwnership(
                environment, all.Select(one => one.Owners.File).FirstOrDefault(""), [.. AreasOf(environment, all, estate.ChangeFacts?.File, changed, words)], teams));
    }

    private static IEnumerable<OwnedArea> AreasOf(
        Environment environment, ImmutableArray<(string Directory, CodeOwners Owners)> all, string? factsFile,
        ImmutableArray<string> changed, StageWords words) =>
        ProductionPaths.Of(environment, factsFile, [.. all.SelectMany(one => one.Owners.Rules.Select(rule => rule.Pattern))], changed, words)
            .Select(path => (Path: path, Rule: RuleFor(path, all)))
            .GroupBy(one => one.Rule)
            .Select(same => new OwnedArea([.. same.Select(one => one.Path)], same.Key?.Place, same.Key?.Owners ?? []));

    /// <summary>Of several files, as in a directory of repositories, the nearest.</summary>
    private static CodeOwnerRule? RuleFor(string path, ImmutableArray<(string Directory, CodeOwners Owners)> all) =>
        all.Where(one => one.Directory.Length == 0 || path.StartsWith($"{one.Directory}/", StringComparison.Ordinal))
            .OrderByDescending(one => one.Directory.Length)
            .Select(one => one.Owners.RuleFor(one.Directory.Length == 0 ? path : path[(one.Directory.Length + 1)..]))
            .FirstOrDefault();

    private static bool IsSame(string one, string other) =>
        (one.Contains('/', StringComparison.Ordinal) && other.Contains('/', StringComparison.Ordinal))
            ? string.Equals(one.TrimStart('@'), other.TrimStart('@'), StringComparison.OrdinalIgnoreCase)
            : string.Equals(OwnName(one), OwnName(other), StringComparison.OrdinalIgnoreCase);

    private static string OwnName(string owner) => owner[(owner.LastIndexOf('/') + 1)..].TrimStart('@');
}

/// <summary>Files of an environment that one line of CODEOWNERS decides about.</summary>
/// <param name="Paths">From the repository's root.</param>
/// <param name="Rule">The line; null when none matches.</param>
/// <param name="Owners">As they are written; none when nobody owns them.</param>
public sealed record OwnedArea(ImmutableArray<string> Paths, Node? Rule, ImmutableArray<string> Owners);
