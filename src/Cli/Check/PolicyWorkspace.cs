using System.Collections.Immutable;
using PolicyGate.Cli.Setup;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Supervision;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Check;

/// <summary>The policies of a run, where they judge, and the profiles that come with them.</summary>
internal sealed record PolicyWorkspace(RunPolicies Policies, IPolicyHost Host, ImmutableArray<Document> Profiles)
{
    /// <exception cref="UsageException">There are no such policies.</exception>
    public static PolicyWorkspace Open(CheckOptions options, Configuration configuration, SettingsRoot from, SpareWorker spare)
    {
        ImmutableArray<PolicyRoot> roots = PolicyRoot.Find(
            Given(options, from), Configured(configuration, from), from.Directory, from.Place(PolicyRoot.Usual));
        RefuseUnknownPolicy(options.PolicyGlob, roots);
        RunPolicies policies = new(roots, options.Hosting, spare);
        IPolicyHost host = policies.Open();
        try
        {
            return new(policies, host, [.. SettingsFiles.FindProfiles(from.Directory, configuration, roots)]);
        }
        catch
        {
            host.Dispose();
            throw;
        }
    }

    /// <summary>Whether there may be policies that do not ship, told without reading any.</summary>
    public static bool MayBeForeign(CheckOptions options, Configuration configuration, SettingsRoot from) =>
        PolicyRoot.MayBeForeign(Given(options, from), Configured(configuration, from), from.Place(PolicyRoot.Usual));

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
