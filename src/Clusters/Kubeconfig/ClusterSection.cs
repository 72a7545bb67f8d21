using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>Where a cluster is and how it proves who it is.</summary>
internal static class ClusterSection
{
    private const string Authority = "certificate-authority";

    public static ClusterAccess? Read(string context, Section cluster)
    {
        Uri? server = Server(cluster);
        ImmutableArray<X509Certificate2> authorities = Authorities(cluster);
        bool isUnverified = cluster.Flag("insecure-skip-tls-verify");
        if (isUnverified && (cluster.Has(Authority) || cluster.Has($"{Authority}-data")))
        {
            // kubectl refuses both together too: one of them is a mistake.
            cluster.Complain("insecure-skip-tls-verify", "this contradicts certificate-authority: remove one of the two");
        }

        Uri? proxy = Proxy(cluster);
        return server is null ? null : new()
        {
            Name = context,
            Server = server,
            Authorities = authorities,
            TlsServerName = cluster.Text("tls-server-name") is { Length: > 0 } name ? name : null,
            IsUnverified = isUnverified,
            Proxy = proxy,
        };
    }

    /// <summary>All certificates of a PEM file; other parts of it are passed over.</summary>
    /// <exception cref="CryptographicException">There is none.</exception>
    public static ImmutableArray<X509Certificate2> Certificates(byte[] pem)
    {
        X509Certificate2Collection certificates = [];
        certificates.ImportFromPem(Encoding.UTF8.GetString(pem));
        return certificates.Count > 0 ? [.. certificates] : throw new CryptographicException("no certificate");
    }

    private static ImmutableArray<X509Certificate2> Authorities(Section cluster) =>
        cluster.Made(Authority, cluster.DataOrFile(Authority), pem => Certificates(pem).ToArray(), "certificate in PEM format") is { } found
            ? [.. found]
            : [];

    private static Uri? Server(Section cluster)
    {
        string text = cluster.RequiredText("server");
        if (text.Length == 0)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out Uri? uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            && uri.UserInfo.Length == 0 && uri.Query.Length == 0 && uri.Fragment.Length == 0)
        {
            return new Uri(uri.AbsoluteUri.TrimEnd('/') + "/");
        }

        cluster.Complain("server", "an address such as https://HOST:PORT is due here, without user and query");
        return null;
    }

    /// <summary>"supported schemes: http, https, and socks5"
    /// (<see href="https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/#Cluster">docs</see>).</summary>
    private static Uri? Proxy(Section cluster)
    {
        if (!cluster.Has("proxy-url"))
        {
            return null;
        }

        if (Uri.TryCreate(cluster.Text("proxy-url"), UriKind.Absolute, out Uri? uri)
            && uri is { Scheme: "http" or "https" or "socks5", Host.Length: > 0 })
        {
            return uri;
        }

        cluster.Complain("proxy-url", "an address of scheme http, https or socks5 is due here");
        return null;
    }
}
