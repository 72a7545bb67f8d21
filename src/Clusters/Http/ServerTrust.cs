using System.Collections.Immutable;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>Whether a server is the one that the kubeconfig means.</summary>
internal sealed class ServerTrust(ClusterAccess access)
{
    private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    /// <summary>Why the last server was refused; empty when none was.</summary>
    public string Refusal { get; private set; } = "";

    public bool Accepts(X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        string refusal = access.IsUnverified ? "" : ReasonAgainst(certificate, presented, errors);
        Refusal = refusal.Length > 0 ? refusal : Refusal;
        return refusal.Length == 0;
    }

    private string ReasonAgainst(X509Certificate? certificate, X509Chain? presented, SslPolicyErrors errors)
    {
        if (certificate is null || errors.HasFlag(SslPolicyErrors.RemoteCertificateNotAvailable))
        {
            return "it shows no certificate";
        }

        if (errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch))
        {
            return $"its certificate is not for {access.TlsServerName ?? access.Server.Host} (see tls-server-name)";
        }

        if (access.Authorities.IsEmpty)
        {
            return errors == SslPolicyErrors.None
                ? ""
                : $"nobody whom this machine trusts vouches for it{Words(presented)} (see certificate-authority)";
        }

        return Vouched(certificate, presented);
    }

    private string Vouched(X509Certificate certificate, X509Chain? presented)
    {
        using X509Chain chain = new();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        chain.ChainPolicy.ApplicationPolicy.Add(new(ServerAuthentication));
        chain.ChainPolicy.CustomTrustStore.AddRange(access.Authorities.ToArray());
        chain.ChainPolicy.ExtraStore.AddRange(presented?.ChainPolicy.ExtraStore ?? []);
        using X509Certificate2 leaf = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(leaf) || EndsAtAnAuthority(chain)
            ? ""
            : $"the certificate authority of the kubeconfig does not vouch for it{Words(chain)}";
    }

    /// <summary>
    /// Whether all that is missing is the root above an authority that the kubeconfig names: Go, and so kubectl, trusts what
    /// is named, root or not.
    /// </summary>
    private bool EndsAtAnAuthority(X509Chain chain) =>
        chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.PartialChain)
        && chain.ChainElements.Any(element => access.Authorities.Any(authority => Same(authority, element.Certificate)));

    private static bool Same(X509Certificate2 one, X509Certificate2 other) => one.RawDataMemory.Span.SequenceEqual(other.RawDataMemory.Span);

    private static string Words(X509Chain? chain)
    {
        ImmutableArray<string> states = [.. (chain?.ChainStatus ?? []).Select(status => status.Status.ToString()).Distinct()];
        return states.IsEmpty ? "" : $": {string.Join(", ", states)}";
    }
}
