using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>A team at the code host.</summary>
/// <param name="Organization">Whose.</param>
/// <param name="Name">Its slug: <c>erp-approvers</c>.</param>
/// <param name="Members">Logins; null when they could not be read.</param>
/// <param name="WhyUnknown">Why not; empty when they could.</param>
/// <param name="Place">Where the facts say so.</param>
internal sealed record Group(string Organization, string Name, ImmutableArray<string>? Members, string WhyUnknown, Node Place)
{
    public static Group Of(Node place)
    {
        Node members = place["members"];
        string[] parts = place["team"].Text.Split('/', 2);
        return new(
            parts[0],
            parts[^1],
            members["unknown"].Exists ? null : [.. members.Texts],
            VisibleText.Line(members["unknown"].Text),
            place);
    }

    /// <summary>Whether a descriptor or CODEOWNERS means this one: <c>erp-approvers</c>, <c>octo/erp-approvers</c>, with or without <c>@</c>.</summary>
    /// <param name="named">As it is written there.</param>
    /// <param name="owner">Of the repository, whose teams need no organization before them.</param>
    public bool IsNamed(string named, string owner)
    {
        string[] parts = named.TrimStart('@').Split('/', 2);
        return Same(parts[^1], Name) && Same(parts.Length == 2 ? parts[0] : owner, Organization);
    }

    public bool Holds(Person person) => Members?.Any(person.Is) == true;

    private static bool Same(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);
}
