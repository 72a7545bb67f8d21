using System.Collections.Immutable;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Cache;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Supervision;

/// <summary>How foreign policies are to be run.</summary>
public sealed record IsolationOptions
{
    /// <summary>Where compiled policies are kept; null keeps none.</summary>
    public CompiledPolicyCache? Cache { get; init; }

    /// <summary>Run nothing where a measure of confinement is missing.</summary>
    public bool RequireIsolation { get; init; }

    /// <summary>Judge twice in different surroundings, and believe only what is the same.</summary>
    public bool VerifyDeterminism { get; init; }

    public WorkerLimits Limits { get; init; } = WorkerLimits.Default;

    /// <summary>A worker that was started already, for the first that need one.</summary>
    public SpareWorker? Spare { get; init; }
}

/// <summary>
/// Policies that may be anybody's. They are compiled once, and judge in workers: one for each time that estates are
/// read, since a worker cannot read any more once code of policies has run in it.
/// </summary>
public sealed class ForeignPolicies(ImmutableArray<PolicySource> sources, IsolationOptions options)
{
    /// <summary>Surroundings in which a policy that looks at them answers differently.</summary>
    private static readonly ImmutableDictionary<string, string> Elsewhere = ImmutableDictionary.CreateRange(
        StringComparer.Ordinal,
        [KeyValuePair.Create("TZ", "Pacific/Kiritimati"), KeyValuePair.Create("LANG", "tr_TR.UTF-8"), KeyValuePair.Create("LC_ALL", "tr_TR.UTF-8")]);

    private readonly Lock turn = new();
    private CompiledPolicies? compiled;

    internal ImmutableArray<PolicySource> Sources => sources;

    internal IsolationOptions Options => options;

    /// <summary>What holds the workers, once one has started; null before.</summary>
    public IsolationSummary? Isolation { get; internal set; }

    /// <summary>Starts to make the policies ready, in the background.</summary>
    /// <param name="estates">All that will be judged.</param>
    public IPolicyHost Open(params ImmutableArray<EstateSource> estates)
    {
        ForeignPolicyHost host = new(this, estates, options.Limits);
        if (!options.VerifyDeterminism)
        {
            return host;
        }

        ForeignPolicyHost again = new(this, estates, options.Limits with { Environment = Elsewhere });
        return new VerifyingHost(host, again);
    }

    /// <summary>The assembly of the policies that compiled, checked before; empty when there is none.</summary>
    internal byte[] Image(IReadOnlyCollection<PolicySource> wanted)
    {
        lock (turn)
        {
            return compiled is not null && wanted.All(source => !compiled.Diagnostics.ContainsKey(source.Id))
                ? compiled.Image
                : options.Cache?.Read(wanted) ?? [];
        }
    }

    /// <summary>Keeps what a worker has compiled for the next worker, and for the next run.</summary>
    internal void Keep(IReadOnlyCollection<PolicySource> asked, CompiledPolicies result)
    {
        lock (turn)
        {
            compiled = result;
            if (result.Diagnostics.Count == 0 && result.Image.Length > 0)
            {
                options.Cache?.Write(asked, result.Image);
            }
        }
    }
}
