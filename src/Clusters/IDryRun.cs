using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyGate.Clusters;

/// <summary>
/// What a cluster would store if an object were applied now; nothing is. Needs an account that may patch. Refusals and
/// failures are values; only the caller's own cancellation is thrown. May be asked several things at once.
/// </summary>
public interface IDryRun
{
    /// <summary>Requests sent so far, repeats included.</summary>
    int Requests { get; }

    /// <summary>Applies an object as a dry run
    /// (<see href="https://kubernetes.io/docs/reference/using-api/server-side-apply/">server-side apply</see>).</summary>
    /// <param name="kind">In the version of <paramref name="json"/>.</param>
    /// <param name="ns">Null for kinds without namespaces, and only for those.</param>
    /// <param name="name">The object's.</param>
    /// <param name="json">The object as it is desired, with <c>apiVersion</c> and <c>kind</c>, without <c>managedFields</c>.</param>
    /// <param name="fieldManager">Who applies it, as in <c>managedFields</c>.</param>
    /// <param name="force">Takes fields over from other managers instead of conflicting with them.</param>
    /// <param name="cancellation">The caller's own.</param>
    /// <returns><see cref="ClusterProblemKind.NotFound"/> where the namespace or the kind is not there,
    /// <see cref="ClusterProblemKind.Forbidden"/> where the account may not patch.</returns>
    Task<ClusterAnswer<DryRunOutcome>> Apply(
        ServedKind kind, string? ns, string name, ReadOnlyMemory<byte> json, string fieldManager, bool force, CancellationToken cancellation);
}

/// <summary>What became of an object that was applied as a dry run.</summary>
public abstract record DryRunOutcome
{
    private DryRunOutcome()
    {
    }

    /// <summary>It would be stored.</summary>
    /// <param name="Object">As the server would have it then, with defaults, what webhooks add, and <c>managedFields</c>.
    /// A Secret has its values: <see cref="Snapshots.SnapshotObject"/> takes them out.</param>
    public sealed record Stored(JsonElement Object) : DryRunOutcome;

    /// <summary>Others own fields, with other values.</summary>
    public sealed record Conflicting(ImmutableArray<FieldConflict> Conflicts) : DryRunOutcome;

    /// <summary>The server's schema, its validation or an admission webhook would not take it.</summary>
    /// <param name="Message">The server's own words, on one line without hidden characters. Of Secrets only that it is so,
    /// since the words may quote a value.</param>
    public sealed record Refused(string Message) : DryRunOutcome;
}

/// <summary>A field that somebody else owns, with another value. Both texts are as the server names them.</summary>
/// <param name="Field">Such as <c>.spec.template.spec.containers[name="odoo"].image</c>.</param>
/// <param name="Manager">The owner's name in <c>managedFields</c>; foreign text.</param>
public sealed record FieldConflict(string Field, string Manager);
