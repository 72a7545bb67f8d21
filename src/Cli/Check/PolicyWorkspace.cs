using System.Collections.Immutable;
using PolicyGate.Cli.Setup;
using PolicyGate.Isolation.Supervision;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Check;

/// <summary>The policies of a run and the profiles that come with them.</summary>
internal sealed record PolicyWorkspace(RunPolicies Policies, ImmutableArray<Document> Profiles)
{
    /// <exception cref="UsageException">There are no such policies.</exception>
    public static PolicyWorkspace Open(CheckOptions options, Configuration configuration, string root, SpareWorker? spare)
    {
        ImmutableArray<PolicyRoot> roots = PolicyRoot.Find(options.Policies, Configured(configuration, root), root);
        RefuseUnknownPolicy(options.PolicyGlob, roots);
        return new(
            new RunPolicies(roots, options.Hosting, spare),
            [.. SettingsFiles.FindProfiles(root, configuration, roots)]);
    }

    /// <summary>A worker starts now when it will probably be needed.</summary>
    public static SpareWorker? StartWorker(CheckOptions options, Configuration configuration, string root) =>
        PolicyRoot.MayBeForeign(options.Policies, Configured(configuration, root)) ? new() : null;

    private static ImmutableArray<string> Configured(Configuration configuration, string root) =>
        [.. configuration.Policies.Select(path => Path.Combine(root, path))];

    private static void RefuseUnknownPolicy(string? glob, ImmutableArray<PolicyRoot> roots)
    {
        IEnumerable<string> ids = roots.SelectMany(one => one.Policies).Select(policy => policy.Id);
        if (glob is not null && !ids.Any(id => PolicyGlob.Matches(glob, id)))
        {
            throw new UsageException($"--policy {glob} names no policy; `policygate list` shows them (** stands for any depth)");
        }
    }
}
