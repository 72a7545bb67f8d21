namespace PolicyGate.Clusters.Http;

/// <summary>
/// Dry runs over a cluster's REST API. Made for exact mode only: <see cref="KubernetesCluster"/>, which all else uses, lets
/// nothing but reading leave, and this nothing but dry runs.
/// </summary>
public sealed class DryRunCluster : IDryRun, IDisposable
{
    private readonly Session _session;

    private DryRunCluster(ClusterConnection connection) =>
        _session = new(connection, network => new DryRunHandler(network, connection.Access.Server));

    public int Requests => _session.Requests;

    /// <summary>Sends nothing yet.</summary>
    public static DryRunCluster Connect(ClusterConnection connection) => new(connection);

    public async Task<ClusterAnswer<DryRunOutcome>> Apply(
        ServedKind kind, string? ns, string name, ReadOnlyMemory<byte> json, string fieldManager, bool force, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(fieldManager);
        if (ns is null == kind.IsNamespaced)
        {
            throw new ArgumentException("a namespace is due for kinds that have some, and for no others", nameof(ns));
        }

        if (!Addresses.IsName(name) || (ns is not null && !Addresses.IsName(ns)))
        {
            return new DryRunOutcome.Refused("no object can have this name or namespace");
        }

        DryRunAnswers answers = new(kind, _session.Clean);
        ApiRequest request = new($"{Addresses.Object(kind, ns, name)}?{Query(fieldManager, force)}")
        {
            Apply = ApplyPatch.Of(json),
            MayQuote = answers.MayQuote,
            IsAnswer = answers.IsAnswer,
        };
        return await _session.Calls.Ask(request, answers.Outcome, cancellation).ConfigureAwait(false);
    }

    public void Dispose() => _session.Dispose();

    private static string Query(string fieldManager, bool force) =>
        $"dryRun=All&fieldManager={Uri.EscapeDataString(fieldManager)}&force={(force ? "true" : "false")}";
}
