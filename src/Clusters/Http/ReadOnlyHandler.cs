namespace PolicyGate.Clusters.Http;

/// <summary>
/// The last thing before the network: nothing but reading passes. That anything else arrives here is a bug, and it does not
/// reach the cluster.
/// </summary>
internal sealed class ReadOnlyHandler(HttpMessageHandler network) : DelegatingHandler(network)
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

    private static void Refuse(HttpRequestMessage request)
    {
        bool isUpgrade = request.Headers.Upgrade.Count > 0;
        if (request.Method != HttpMethod.Get || request.Content is not null || isUpgrade)
        {
            throw new InvalidOperationException($"a {request.Method} request was about to leave, and only reading may");
        }
    }
}
