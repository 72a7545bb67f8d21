using System.Collections.Immutable;
using PolicyGate.Cli.Setup;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Check;

/// <summary>The policies of a run and the profiles that come with them.</summary>
internal sealed record PolicyWorkspace(RunPolicies Policies, ImmutableArray<Document> Profiles)
{
    /// <exception cref="UsageException">There are no such policies.</exception>
    public static PolicyWorkspace Open(CheckOptions options, Configuration configuration, string root)
    {
        ImmutableArray<PolicyRoot> roots = PolicyRoot.Find(
            options.Policies, [.. configuration.Policies.Select(path => Path.Combine(root, path))], root);
        RefuseUnknownPolicy(options.PolicyGlob, roots);
        return new(
            new RunPolicies(roots, options.Hosting),
            [.. SettingsFiles.FindProfiles(root, configuration, roots)]);
    }

    private static void RefuseUnknownPolicy(string? glob, ImmutableArray<PolicyRoot> roots)
    {
        IEnumerable<string> ids = roots.SelectMany(one => one.Policies).Select(policy => policy.Id);
        if (glob is not null && !ids.Any(id => PolicyGlob.Matches(glob, id)))
        {
            throw new UsageException($"--policy {glob} names no policy; `policygate list` shows them (** stands for any depth)");
        }
    }
}
