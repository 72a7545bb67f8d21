using System.Text.Json;

namespace PolicyGate.CodeHost.GitHub.Wire;

/// <summary>What comes with a refusal.</summary>
/// <param name="Message">GitHub's words.</param>
/// <param name="Errors">Details in several shapes.</param>
internal sealed record ErrorWire(string? Message, JsonElement? Errors);

/// <summary>An account; GitHub also writes <c>{}</c> for nobody.</summary>
internal sealed record AccountWire
{
    public long Id { get; init; }

    public string? Login { get; init; }

    public string? Type { get; init; }

    public Account? ToAccount() => string.IsNullOrEmpty(Login) ? null : new(Id, Login, Type switch
    {
        "User" or null => AccountKind.User,
        "Bot" => AccountKind.Bot,
        "Organization" => AccountKind.Organization,
        _ => AccountKind.Other,
    });
}

internal sealed record AppWire
{
    public string? Slug { get; init; }
}

internal sealed record RepositoryWire
{
    public required long Id { get; init; }

    public required string FullName { get; init; }

    public bool Private { get; init; }

    public string? DefaultBranch { get; init; }

    public AccountWire? Owner { get; init; }

    public string? HtmlUrl { get; init; }

    public HostedRepository ToRepository() => new()
    {
        Id = Id,
        Name = RepositoryName.Parse(FullName) ?? throw new JsonException("full_name is no owner and name"),
        IsPrivate = Private,
        DefaultBranch = DefaultBranch ?? throw new JsonException("there is no default_branch"),
        Owner = Owner?.ToAccount(),
        Url = GitHubJson.Address(HtmlUrl),
    };
}

internal sealed record MembershipWire
{
    public required string State { get; init; }

    public TeamMembership ToMembership() => State switch
    {
        "active" => TeamMembership.Active,
        "pending" => TeamMembership.Pending,
        _ => TeamMembership.NoneKnown,
    };
}

internal sealed record CollaborationWire
{
    public required string Permission { get; init; }

    public string? RoleName { get; init; }

    public Collaboration ToCollaboration() => new(Permission, RoleName ?? Permission);
}
