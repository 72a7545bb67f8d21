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
    public static PolicyWorkspace Open(CheckOptions options, Configuration configuration, SettingsRoot from, SpareWorker? spare)
    {
        ImmutableArray<PolicyRoot> roots = PolicyRoot.Find(
            Given(options, from), Configured(configuration, from), from.Directory, from.Place(PolicyRoot.Usual));
        RefuseUnknownPolicy(options.PolicyGlob, roots);
        return new(
            new RunPolicies(roots, options.Hosting, spare),
            [.. SettingsFiles.FindProfiles(from.Directory, configuration, roots)]);
    }

    /// <summary>A worker starts now when it will probably be needed.</summary>
    public static SpareWorker? StartWorker(CheckOptions options, Configuration configuration, SettingsRoot from) =>
        PolicyRoot.MayBeForeign(Given(options, from), Configured(configuration, from), from.Place(PolicyRoot.Usual)) ? new() : null;

    private static ImmutableArray<string> Given(CheckOptions options, SettingsRoot from) => [.. options.Policies.Select(from.Existing)];

    private static ImmutableArray<string> Configured(Configuration configuration, SettingsRoot from) =>
        [.. configuration.Policies.Select(path => Path.Combine(from.Directory, path))];

    private static void RefuseUnknownPolicy(string? glob, ImmutableArray<PolicyRoot> roots)
    {
        IEnumerable<string> ids = roots.SelectMany(one => one.Policies).Select(policy => policy.Id);
        if (glob is not null && !ids.Any(id => PolicyGlob.Matches(glob, id)))
        {
            throw new UsageException($"--policy {glob} names no policy; `policygate list` shows them (** stands for any depth)");
        }
    }
}
