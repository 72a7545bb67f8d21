using System.Collections.Immutable;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Cache;
using PolicyGate.Model.Assessments;
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
/// Policies that may be anybody's. They are compiled once, and judge in a worker.
/// </summary>
public sealed class ForeignPolicies(ImmutableArray<PolicySource> sources, IsolationOptions options)
{
    /// <summary>Surroundings in which a policy that looks at them answers differently.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["TZ"] = "Pacific/Kiritimati",
        ["LANG"] = "tr_TR.UTF-8",
        ["LC_ALL"] = "tr_TR.UTF-8",
    };

    private readonly Lock turn = new();
    private CompiledPolicies? compiled;

    internal ImmutableArray<PolicySource> Sources => sources;

    internal IsolationOptions Options => options;

    /// <summary>What holds the workers, once one has started; null before.</summary>
    public IsolationSummary? Isolation { get; internal set; }

    /// <summary>Starts to make the policies ready, in the background.</summary>
    public IPolicyHost Open()
    {
        ForeignPolicyHost host = new(this, options.Limits);
        if (!options.VerifyDeterminism)
        {
            return host;
        }

        ForeignPolicyHost again = new(this, options.Limits with { Environment = Elsewhere });
        return new VerifyingHost(host, again);
    }

    /// <summary>The policies as they were compiled before, if they were.</summary>
    internal ReadyPolicies Ready(IReadOnlyCollection<PolicySource> wanted)
    {
        lock (turn)
        {
            return compiled is not null && wanted.All(source => !compiled.Diagnostics.ContainsKey(source.Id))
                ? new(compiled.Image, [])
                : options.Cache?.Read(wanted) ?? ReadyPolicies.None;
        }
    }

    /// <summary>Keeps what a worker has compiled for the next worker.</summary>
    internal void Keep(CompiledPolicies result)
    {
        lock (turn)
        {
            compiled = result;
        }
    }

    /// <summary>Keeps policies that were compiled now, and that said of themselves what they are, for the next run.</summary>
    internal void Keep(IReadOnlyCollection<PolicySource> asked, byte[] roster)
    {
        lock (turn)
        {
            if (compiled is { Diagnostics.Count: 0, Image.Length: > 0 })
            {
                options.Cache?.Write(asked, new(compiled.Image, roster));
            }
        }
    }
}
