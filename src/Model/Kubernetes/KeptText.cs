using System.Text;
using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>One key of a ConfigMap or a Secret, as pods will see it.</summary>
/// <param name="Key">Its name; empty where git does not tell which keys there will be.</param>
/// <param name="Text">What it says, or null where git does not tell: it is encrypted, or kept in a secret store.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="IsSecret">It is kept in a Secret.</param>
internal sealed record KeptText(string Key, string? Text, Node Place, bool IsSecret)
{
    /// <summary>What it says; empty where git does not tell.</summary>
    public string Known => Text ?? "";
}

/// <summary>What ConfigMaps and Secrets hold, and the objects that stand for Secrets in git.</summary>
internal static partial class KeptTexts
{
    /// <summary>The keys of an object of which git holds the text.</summary>
    public static IEnumerable<KeptText> ReadableIn(Resource resource) => (resource.Kind switch
    {
        "ConfigMap" => InConfigMap(resource),
        "Secret" => InSecret(resource),
        "SealedSecret" => InSealedSecret(resource),
        "ExternalSecret" => InExternalSecret(resource),
        _ => [],
    }).Where(key => key.Text is not null);

    /// <summary>Null when git does not hold it.</summary>
    public static IEnumerable<KeptText>? OfConfigMap(Environment environment, string ns, string name) =>
        environment.Find("ConfigMap", ns, name) is { } map ? InConfigMap(map) : null;

    /// <summary>Null when git holds neither it nor what makes it.</summary>
    public static IEnumerable<KeptText>? OfSecret(Environment environment, string ns, string name) =>
        environment.Find("Secret", ns, name) is { } secret ? InSecret(secret)
        : environment.Find("SealedSecret", ns, name) is { } sealedSecret ? InSealedSecret(sealedSecret)
        : environment.OfKind("ExternalSecret").FirstOrDefault(external => Makes(external, ns, name)) is { } external ? InExternalSecret(external)
        : null;

    private static IEnumerable<KeptText> InConfigMap(Resource map) =>
        map["data"].Fields.Select(field => new KeptText(field.Name, field.Text, field, IsSecret: false));

    private static IEnumerable<KeptText> InSecret(Resource secret)
    {
        bool hasSops = secret["sops"].IsMapping;
        return secret["stringData"].Fields.Select(field => Kept(field, field.Text))
            .Concat(secret["data"].Fields.Select(field => Kept(field, Decoded(field.Text))));

        KeptText Kept(Node field, string text) =>
            new(field.Name, hasSops && SopsValue().IsMatch(text) ? null : text, field, IsSecret: true);
    }

    /// <summary>The template may hold keys in the clear: https://github.com/bitnami-labs/sealed-secrets#sealedsecrets-as-templates-for-secrets.</summary>
    private static IEnumerable<KeptText> InSealedSecret(Resource secret) =>
        secret["spec.encryptedData"].Fields.Select(field => new KeptText(field.Name, null, field, IsSecret: true))
            .Concat(secret["spec.template.data"].Fields.Select(field => new KeptText(field.Name, field.Text, field, IsSecret: true)));

    private static bool Makes(Resource external, string ns, string name) =>
        external.Namespace == ns
        && (external["spec.target.name"] is { IsScalar: true } target ? target.Text : external.Name) == name;

    /// <summary>
    /// A template says which keys there are and what stands around the secret values
    /// (https://external-secrets.io/latest/guides/templating/).
    /// </summary>
    private static IEnumerable<KeptText> InExternalSecret(Resource external)
    {
        Node template = external["spec.target.template.data"];
        bool onlyTemplate = template.Count > 0 && external["spec.target.template.mergePolicy"].Text != "Merge";
        IEnumerable<KeptText> written = template.Fields.Select(field => new KeptText(field.Name, field.Text, field, IsSecret: true));
        return onlyTemplate
            ? written
            : external["spec.data"].Items
                .Select(item => new KeptText(item["secretKey"].Text, null, item["secretKey"], IsSecret: true))
                .Concat(external["spec.dataFrom"].Items.Select(source => new KeptText("", null, source, IsSecret: true)))
                .Concat(written);
    }

    private static string Decoded(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }

    [GeneratedRegex(@"^ENC\[AES256_GCM,data:[^,]*,iv:[^,]+,tag:[^,]+,type:\w+\]$")]
    private static partial Regex SopsValue();
}
