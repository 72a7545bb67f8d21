using System.Collections.Immutable;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A role of Argo CD: of a project (https://argo-cd.readthedocs.io/en/stable/user-guide/projects/#project-roles) or of the
/// whole server (https://argo-cd.readthedocs.io/en/stable/operator-manual/rbac/).
/// </summary>
internal sealed record ArgoRole(Resource Source, string Description, ImmutableArray<string> Policies)
{
    private const string Admin = "role:admin";
    private const string ReadOnly = "role:readonly";

    public bool MayWrite => Description.EndsWith(Admin, StringComparison.Ordinal) || Policies.Any(policy => Action(policy) is not null and not "get");

    /// <summary>The terminal in its pages: <c>p, role:dev, exec, create, */*, allow</c>.</summary>
    public bool MayExecute => Description.EndsWith(Admin, StringComparison.Ordinal)
        || Policies.Any(policy => Action(policy) is "create" or "*" && Parts(policy)[2] is "exec" or "*");

    public static IEnumerable<AccessGrant> GrantsIn(Environment environment) =>
        environment.OfKind("AppProject").SelectMany(OfProject)
            .Concat(environment.OfKind("ConfigMap").Where(map => map.Name == "argocd-rbac-cm").SelectMany(OfServer));

    private static IEnumerable<AccessGrant> OfProject(Resource project) =>
        from place in project["spec.roles"].Items
        let role = new ArgoRole(project, $"role {place["name"]} of AppProject {project.Name}", [.. place["policies"].Texts])
        from member in place["groups"].Items
        select new AccessGrant(role, member, member.Text);

    /// <summary>Lines <c>g, group, role:name</c> give what the lines <c>p, role:name, …</c> and <c>p, group, …</c> allow.</summary>
    private static IEnumerable<AccessGrant> OfServer(Resource map)
    {
        foreach (Node file in map["data"].Fields.Where(field => field.Name.EndsWith(".csv", StringComparison.Ordinal)))
        {
            ImmutableArray<string> lines = [.. file.Text.Split('\n', StringSplitOptions.TrimEntries)];
            ILookup<string, string> policies = lines.Where(line => Parts(line) is ["p", _, ..]).ToLookup(line => Parts(line)[1], StringComparer.Ordinal);
            foreach (string[] member in lines.Select(Parts).Where(parts => parts is ["g", _, _]))
            {
                yield return new(new(map, $"Argo CD's {member[2]}", [.. policies[member[2]]]), file, member[1]);
            }

            foreach (IGrouping<string, string> direct in policies.Where(one => !one.Key.StartsWith("role:", StringComparison.Ordinal)))
            {
                yield return new(new(map, "Argo CD's policy", [.. direct]), file, direct.Key);
            }
        }

        if (map["data"].Field("policy.default") is { IsScalar: true } everybody && everybody.Text is not (ReadOnly or ""))
        {
            yield return new(new(map, $"Argo CD's {everybody.Text}", []), everybody, "system:authenticated");
        }
    }

    /// <summary><c>p, proj:erp:deployer, applications, sync, erp/*, allow</c>: null unless it allows.</summary>
    private static string? Action(string policy) => Parts(policy) is ["p", _, _, var action, _, "allow"] ? action : null;

    private static string[] Parts(string line) => line.Split(',', StringSplitOptions.TrimEntries);
}
