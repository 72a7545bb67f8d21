namespace PolicyGate.Clusters.Http;

/// <summary>Nothing but reading passes.</summary>
internal sealed class ReadOnlyHandler(HttpMessageHandler network) : GuardingHandler(network)
{
    protected override string Allowed => "reading";

    protected override bool MayPass(HttpRequestMessage request) => request.Method == HttpMethod.Get && request.Content is null;
}
