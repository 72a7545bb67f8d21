using PolicyGate.Compile;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Cache;
using PolicyGate.Isolation.Supervision;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Setup;

/// <summary>
/// The policies of a run. Those that ship, unchanged, were compiled by the build and run here; all others may be
/// anybody's and run in a worker.
/// </summary>
internal sealed class RunPolicies
{
    private readonly LocalPolicyHost shipped;
    private readonly ForeignPolicies? foreign;

    public RunPolicies(IEnumerable<PolicyRoot> roots, HostingOptions options, SpareWorker? spare = null)
    {
        PolicyAssembly precompiled = new(id => Compiled.PolicyClasses.MakerOf(id)!, NoProceedings.Instance);
        List<PolicySource> ours = [];
        List<PolicySource> others = [];
        foreach (PolicySource source in roots.SelectMany(root => root.Policies))
        {
            bool isOurs = source.Unreadable is not null
                || (!options.VerifyDeterminism && Compiled.PolicyClasses.TextOf(source.Id) == source.Text);
            (isOurs ? ours : others).Add(source);
        }

        shipped = HostOf(ours, precompiled);
        foreign = others.Count == 0 ? null : new([.. others], new()
        {
            Cache = CacheIn(options.CacheDirectory),
            RequireIsolation = options.RequireIsolation,
            VerifyDeterminism = options.VerifyDeterminism,
            Spare = spare,
        });
    }

    /// <summary>What held the worker; null when none was needed.</summary>
    public IsolationSummary? Isolation => foreign?.Isolation;

    /// <summary>The policies, to judge any number of estates.</summary>
    public IPolicyHost Open() => foreign is null ? shipped : new SeveralHosts([shipped, foreign.Open()]);

    private static LocalPolicyHost HostOf(IEnumerable<PolicySource> sources, PolicyAssembly precompiled)
    {
        List<LoadedPolicy> ready = [];
        List<BrokenPolicy> broken = [];
        foreach (PolicySource source in sources)
        {
            if (source.Unreadable is { } reason)
            {
                broken.Add(BrokenPolicy.Because(source, ErrorCode.Refused, reason));
                continue;
            }

            (LoadedPolicy? policy, PolicyError? error) = precompiled.Load(source, isForeign: false);
            if (policy is null)
            {
                broken.Add(BrokenPolicy.Because(source, error!.Code, error.Message));
            }
            else
            {
                ready.Add(policy);
            }
        }

        return new(ready, broken);
    }

    /// <summary>The assemblies named are those that decide what a policy's text means, whether it may run, and how it is kept.</summary>
    private static CompiledPolicyCache? CacheIn(string? directory) =>
        directory is not null && CacheKey.Find(UserDirectories.State) is { } key
            ? new(directory, key, [typeof(PolicyCompiler).Assembly, typeof(Authoring.Policy).Assembly, typeof(Node).Assembly, typeof(ForeignPolicies).Assembly])
            : null;
}
