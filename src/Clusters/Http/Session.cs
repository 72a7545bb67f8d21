using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>The way to one cluster: the connections, what may pass, who asks, and how often.</summary>
internal sealed class Session : IDisposable
{
    private readonly HttpMessageInvoker _network;
    private readonly ExecPlugin? _plugin;
    private readonly Authorization _authorization;
    private readonly Attempt _attempt;

    /// <param name="connection">Which cluster, and how patiently. Sends nothing yet.</param>
    /// <param name="guard">Put before the network.</param>
    public Session(ClusterConnection connection, Func<HttpMessageHandler, GuardingHandler> guard)
    {
        ClusterAccess access = connection.Access;
        _plugin = access.Credentials is Credentials.Plugin plugin ? new(plugin.Command, access, connection.Time) : null;
        ServerTrust trust = new(access);
        _network = new(guard(connection.Handler ?? Network.To(access, trust, () => _plugin?.Certificate)));
        _authorization = new(access, _plugin);
        _attempt = new(_network, connection, _authorization, trust);
        Calls = new(connection, _attempt, _authorization);
    }

    public Calls Calls { get; }

    public int Requests => _attempt.Requests;

    /// <summary>Foreign words as one visible line without the secrets of whoever asks.</summary>
    public string Clean(string words) => Wording.Clean(words, _authorization.Secrets);

    public void Dispose()
    {
        _network.Dispose();
        _plugin?.Dispose();
    }
}
