using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Who may do what in an environment, and what descriptors say of those people. Its node is the descriptor.</summary>
public sealed class AccessList : Subject
{
    private readonly ImmutableArray<RoleEntry> entries;

    private AccessList(Environment environment, ImmutableArray<AccessGrant> grants, ImmutableArray<RoleEntry> entries)
        : base(environment, environment.Node)
    {
        this.entries = entries;
        Grants = grants;
    }

    /// <summary>All that bindings and Argo CD give, in the order of the files.</summary>
    public ImmutableArray<AccessGrant> Grants { get; }

    /// <summary>The names below <c>spec.roles</c> of the environment's own descriptor.</summary>
    public IEnumerable<Node> DeclaredNames => Environment["spec.roles"].Fields.SelectMany(role => role.Items).Where(name => name.IsScalar);

    /// <summary>Some descriptor of the entity names the holders of that role.</summary>
    /// <param name="role">A field of <c>spec.roles</c>, such as <c>developers</c>.</param>
    public bool Declares(string role) => entries.Any(entry => entry.Role == role && entry.Environment.Entity == Environment.Entity);

    /// <summary>
    /// Why the holder of a grant is taken for a holder of that role, for people: some descriptor lists it, or a group
    /// of which it is a member; or else, listed nowhere, it is a group that is called so. Null when it is not.
    /// </summary>
    /// <param name="grant">Of this environment.</param>
    /// <param name="role">A field of <c>spec.roles</c>, such as <c>developers</c>.</param>
    /// <param name="called">Words of a group's name that say so, such as <c>dev</c>.</param>
    public string? WhyIn(AccessGrant grant, string role, IEnumerable<string> called)
    {
        ImmutableArray<RoleEntry> listed = [.. entries.Where(entry => entry.Holder == grant.Holder)];
        return listed.FirstOrDefault(entry => entry.Role == role) is { } found ? $"is listed in spec.roles.{role} of {found.Environment.Name}{found.Through}"
            : listed.IsEmpty && grant.Kind == "Group" && AccountName.Words(grant.Name) is var words && !words.Contains("ops") && words.Intersect(called).Any()
                ? $"is by its name a group of {role}"
            : null;
    }

    public override ResourceReference? Reference => null;

    public override string Description => $"access to {Environment.Description}";

    internal static IEnumerable<AccessList> In(Estate estate)
    {
        ImmutableArray<RoleEntry> declared = [.. estate.Environments.SelectMany(RoleEntry.Of)];
        ImmutableArray<RoleEntry> entries = [.. declared, .. declared.SelectMany(entry => entry.OfMembers(estate))];
        return estate.Environments.Select(environment => new AccessList(environment, [.. GrantsIn(environment, estate)], entries));
    }

    private static IEnumerable<AccessGrant> GrantsIn(Environment environment, Estate estate)
    {
        ImmutableArray<Role> clusterRoles = [.. estate.OnClusterOf(environment).SelectMany(one => one.Roles).Where(role => role.IsClusterRole)];
        ILookup<string, Role> byName = clusterRoles.ToLookup(role => role.Name, StringComparer.Ordinal);
        return environment.Bindings
            .SelectMany(binding => GrantedAccess.Of(binding, byName, clusterRoles) is var access ? binding.Subjects.Select(subject => new AccessGrant(subject, access)) : [])
            .Concat(ArgoRole.GrantsIn(environment));
    }

    /// <summary>That somebody has a role, and through which group.</summary>
    private sealed record RoleEntry(Environment Environment, string Role, string Holder, string Through)
    {
        public static IEnumerable<RoleEntry> Of(Environment environment) =>
            from role in environment["spec.roles"].Fields
            from name in role.Items
            where name.IsScalar
            select new RoleEntry(environment, role.Name, Identity.Of(name.Text), "");

        public IEnumerable<RoleEntry> OfMembers(Estate estate) =>
            from environment in estate.OnClusterOf(Environment)
            from resource in environment.OfKind("Group")
            where resource.Group == "user.openshift.io" && Identity.Of(resource.Name) == Holder
            from member in resource["users"].Items
            select this with { Holder = Identity.Of(member.Text), Through = $" as a member of {resource.Name}" };
    }
}
