namespace PolicyGate.Clusters.Http;

/// <summary>
/// The last thing before the network: what it does not know does not pass. That anything else arrives here is a bug, and it
/// does not reach the cluster.
/// </summary>
internal abstract class GuardingHandler(HttpMessageHandler network) : DelegatingHandler(network)
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Refuse(request);
        return base.SendAsync(request, cancellationToken);
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Refuse(request);
        return base.Send(request, cancellationToken);
    }

    /// <summary>What may pass, for the message to whoever caused the bug.</summary>
    protected abstract string Allowed { get; }

    protected abstract bool MayPass(HttpRequestMessage request);

    private void Refuse(HttpRequestMessage request)
    {
        if (request.Headers.Upgrade.Count > 0 || !MayPass(request))
        {
            throw new InvalidOperationException($"a {request.Method} request was about to leave, and only {Allowed} may");
        }
    }
}
