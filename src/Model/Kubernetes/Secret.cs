using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A Secret, or the object that stands for one in git: a SealedSecret or an ExternalSecret.</summary>
public sealed partial class Secret : Subject
{
    internal Secret(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
        ReadableKeys = resource.Kind == "Secret" ? [.. FindReadableKeys()] : [];
    }

    public Resource Resource { get; }

    public string Name => Resource.Name;

    /// <summary>
    /// The keys whose value a reader of the file can read, base64 or not. Not among them: nothing, what SOPS encrypted
    /// (https://getsops.io/docs/#encryption-protocol), what is filled in on the way to the cluster (Flux
    /// <c>${name}</c>, Argo CD Vault Plugin <c>&lt;name&gt;</c>), and certificates, which are public.
    /// </summary>
    public ImmutableArray<Node> ReadableKeys { get; }

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;

    internal static bool IsOne(Resource resource) => (resource.Kind, resource.Group) is
        ("Secret", "") or ("SealedSecret", "bitnami.com") or ("ExternalSecret", "external-secrets.io");

    private IEnumerable<Node> FindReadableKeys()
    {
        bool hasSops = Node["sops"].IsMapping;
        return Node["stringData"].Fields.Where(key => IsReadable(key.Text, hasSops))
            .Concat(Node["data"].Fields.Where(key => IsReadable(Decoded(key.Text), hasSops)));
    }

    /// <summary>What stands behind the base64; the text itself when it is none.</summary>
    private static string Decoded(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    private static bool IsReadable(string value, bool hasSops) =>
        !string.IsNullOrWhiteSpace(value)
        && !(hasSops && SopsValue().IsMatch(value))
        && !Placeholder().IsMatch(value)
        && !IsCertificate(value);

    private static bool IsCertificate(string value) =>
        value.TrimStart().StartsWith("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal)
        && !value.Contains("PRIVATE KEY", StringComparison.Ordinal);

    // Base64 has no comma; saying so keeps a hostile value from being tried in every way that it can be divided.
    [GeneratedRegex(@"^ENC\[AES256_GCM,data:[^,]*,iv:[^,]+,tag:[^,]+,type:\w+\]$")]
    private static partial Regex SopsValue();

    [GeneratedRegex(@"^\s*(\$\{[A-Za-z_][A-Za-z0-9_]*\}|<[^<>\s]+>)\s*$")]
    private static partial Regex Placeholder();
}
