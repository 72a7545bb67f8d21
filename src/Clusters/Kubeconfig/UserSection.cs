using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>Who asks.</summary>
internal static class UserSection
{
    private const string Certificate = "client-certificate";
    private const string Key = "client-key";

    public static ClusterAccess Read(Section user, ClusterAccess server) => server with
    {
        Certificate = ClientCertificateOf(user),
        Credentials = CredentialsOf(user),
        As = ImpersonationOf(user),
    };

    private static Credentials CredentialsOf(Section user)
    {
        bool hasToken = user.Has("token") || user.Has("tokenFile");
        bool hasName = user.Has("username") || user.Has("password");
        if (hasToken && hasName)
        {
            user.Complain("username", "a token and a password cannot be used together: remove one of the two");
        }

        if (user.Has("auth-provider"))
        {
            user.Complain("auth-provider", "kubectl has dropped these: use the vendor's exec plugin");
        }

        // What is written down goes before the plugin, as in client-go's exec round tripper.
        return hasToken ? Token(user)
            : hasName ? new Credentials.Basic(user.Text("username"), new(user.Text("password")))
            : user.Has("exec") && ExecSection.Read(user.Below("exec")) is { } command ? new Credentials.Plugin(command)
            : new Credentials.None();
    }

    /// <summary>"If both Token and TokenFile are specified, the TokenFile will be periodically read and the last
    /// successfully read content takes precedence over Token"
    /// (<see href="https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/#AuthInfo">docs</see>).</summary>
    private static Credentials Token(Section user)
    {
        SecretText? written = user.Has("token") ? Usable(user) : null;
        if (user.FilePath("tokenFile") is not { } path)
        {
            return written is null ? new Credentials.None() : new Credentials.Token(written);
        }

        if (written is null && TokenText.InFile(path) is null)
        {
            user.Complain("tokenFile", $"there is no token in the file {path}, or it cannot be read");
        }

        return new Credentials.TokenFile(path, written);
    }

    private static SecretText? Usable(Section user)
    {
        SecretText? token = TokenText.Parse(user.Text("token"));
        if (token is null)
        {
            user.Complain("token", "this cannot be a token: only visible ASCII characters can");
        }

        return token;
    }

    private static ClientCertificate? ClientCertificateOf(Section user)
    {
        byte[]? certificate = user.DataOrFile(Certificate);
        byte[]? key = user.DataOrFile(Key);
        bool hasCertificate = user.Has(Certificate) || user.Has($"{Certificate}-data");
        bool hasKey = user.Has(Key) || user.Has($"{Key}-data");
        if (hasCertificate != hasKey)
        {
            user.Complain(hasCertificate ? Key : Certificate, "a client certificate needs its key, and a key its certificate");
        }

        if (certificate is null || key is null
            || user.Made(Certificate, certificate, pem => ClusterSection.Certificates(pem).ToArray(), "certificate in PEM format") is null)
        {
            return null;
        }

        return user.Made(Key, key, pem => Pair(certificate, pem), "unencrypted key in PEM format that fits the certificate");
    }

    /// <exception cref="CryptographicException">They are no certificate and its key.</exception>
    internal static ClientCertificate Pair(byte[] certificate, byte[] key)
    {
        try
        {
            using X509Certificate2 leaf = X509Certificate2.CreateFromPem(Encoding.UTF8.GetString(certificate), Encoding.UTF8.GetString(key));
            // Windows cannot use a key for TLS that was only ever in memory; through PKCS #12 it can.
            return new(
                X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), password: null),
                [.. ClusterSection.Certificates(certificate).Skip(1)]);
        }
        catch (ArgumentException unfit)
        {
            throw new CryptographicException("the key does not fit", unfit);
        }
    }

    private static Impersonation? ImpersonationOf(Section user)
    {
        Section extra = user.Below("as-user-extra");
        Impersonation whom = new(
            user.Text("as"),
            user.Text("as-uid"),
            [.. user.Texts("as-groups")],
            [.. extra.Place.Fields.SelectMany(field => field.Texts.Select(text => (field.Name, text)))]);
        Node[] others = [.. ((string[])["as-uid", "as-groups", "as-user-extra"]).Where(user.Has).Select(field => user.Place.Field(field))];
        if (whom.User.Length == 0 && others.Length > 0)
        {
            user.Complain(others[0].Name, "this needs `as`");
        }

        return whom.User.Length > 0 ? whom : null;
    }
}
