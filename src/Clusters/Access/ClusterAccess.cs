using System.Collections.Immutable;
using System.Security.Cryptography.X509Certificates;

namespace PolicyGate.Clusters.Access;

/// <summary>Where a cluster is, how it proves who it is, and who asks.</summary>
public sealed record ClusterAccess
{
    /// <summary>The context's name.</summary>
    public required string Name { get; init; }

    /// <summary>https or http, with a slash at its end; may have a path, as with Rancher.</summary>
    public required Uri Server { get; init; }

    /// <summary>Who vouches for the server; empty for whomever this machine trusts.</summary>
    public ImmutableArray<X509Certificate2> Authorities { get; init; } = [];

    /// <summary>The name that the server's certificate is for; null for that of <see cref="Server"/>.</summary>
    public string? TlsServerName { get; init; }

    /// <summary>The kubeconfig says that anybody may pose as the server.</summary>
    public bool IsUnverified { get; init; }

    /// <summary>http, https or socks5; may hold a password. Null for what the environment says.</summary>
    public Uri? Proxy { get; init; }

    public Credentials Credentials { get; init; } = new Credentials.None();

    /// <summary>Presented to the server; null for none.</summary>
    public ClientCertificate? Certificate { get; init; }

    /// <summary>Null for nobody else.</summary>
    public Impersonation? As { get; init; }
}

/// <summary>A certificate with its key, and what stands between it and its authority.</summary>
public sealed record ClientCertificate(X509Certificate2 Leaf, ImmutableArray<X509Certificate2> Intermediates);

/// <summary>Whom to act as
/// (<see href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation">docs</see>).</summary>
public sealed record Impersonation(
    string User, string Uid, ImmutableArray<string> Groups, ImmutableArray<(string Key, string Value)> Extra);

/// <summary>How a request says who asks.</summary>
public abstract record Credentials
{
    private Credentials()
    {
    }

    /// <summary>Not at all, or by certificate only.</summary>
    public sealed record None : Credentials;

    public sealed record Token(SecretText Text) : Credentials;

    /// <summary>Read anew for each request, since the kubelet and others renew it.</summary>
    /// <param name="Path">Of this machine.</param>
    /// <param name="Fallback">Where the file cannot be read; null for none.</param>
    public sealed record TokenFile(string Path, SecretText? Fallback) : Credentials;

    public sealed record Basic(string User, SecretText Password) : Credentials;

    public sealed record Plugin(ExecCommand Command) : Credentials;
}

/// <summary>A program that fetches credentials
/// (<see href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#client-go-credential-plugins">docs</see>).</summary>
public sealed record ExecCommand
{
    /// <summary>Its <c>client.authentication.k8s.io/v1</c> or <c>/v1beta1</c>.</summary>
    public required string ApiVersion { get; init; }

    /// <summary>A path, or a name to be found on PATH.</summary>
    public required string Program { get; init; }

    public ImmutableArray<string> Arguments { get; init; } = [];

    /// <summary>Added to this program's own.</summary>
    public ImmutableArray<(string Name, SecretText Value)> Variables { get; init; } = [];

    /// <summary>What its vendor says to who does not have it.</summary>
    public string InstallHint { get; init; } = "";

    /// <summary>It wants to know which cluster.</summary>
    public bool WantsCluster { get; init; }
}
