using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Kubeconfig;

namespace PolicyGate.Clusters.Http;

/// <summary>Connections to one cluster.</summary>
internal static class Network
{
    /// <param name="access">Which cluster.</param>
    /// <param name="trust">Asked about every server.</param>
    /// <param name="certificate">The one to present now; null for none.</param>
    public static SocketsHttpHandler To(ClusterAccess access, ServerTrust trust, Func<ClientCertificate?> certificate)
    {
        SocketsHttpHandler handler = new()
        {
            // A redirect could lead the token elsewhere; the API does not redirect what is read here.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.GZip | DecompressionMethods.Deflate,
            ConnectTimeout = TimeSpan.FromSeconds(15),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            Proxy = access.Proxy is { } proxy
                ? EnvironmentProxy.Of(proxy)
                : EnvironmentProxy.Of(Surroundings.OfProcess, access.Server.Scheme),
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, server, chain, errors) => trust.Accepts(server, chain, errors);
        Present(handler.SslOptions, access.Certificate, certificate);
        return handler;
    }

    /// <summary>One that is written down goes with its chain; one that a plugin fetches may change.</summary>
    private static void Present(SslClientAuthenticationOptions options, ClientCertificate? written, Func<ClientCertificate?> fetched)
    {
        if (written is not null)
        {
            X509Certificate2Collection chain = [.. written.Intermediates];
            options.ClientCertificateContext = SslStreamCertificateContext.Create(written.Leaf, chain, offline: true);
        }
        else
        {
            options.LocalCertificateSelectionCallback = (_, _, _, _, _) => fetched()?.Leaf!;
        }
    }
}
