using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Kubeconfig;

namespace PolicyGate.Clusters.Http;

/// <summary>What a plugin is told and what it answers
/// (<see href="https://kubernetes.io/docs/reference/config-api/client-authentication.v1/">API</see>).</summary>
internal static class ExecCredential
{
    /// <summary>The value of <c>KUBERNETES_EXEC_INFO</c>.</summary>
    public static string Question(ExecCommand command, ClusterAccess access)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text))
        {
            json.WriteStartObject();
            json.WriteString("apiVersion", command.ApiVersion);
            json.WriteString("kind", "ExecCredential");
            json.WriteStartObject("spec");
            json.WriteBoolean("interactive", false);
            if (command.WantsCluster)
            {
                WriteCluster(json, access);
            }

            json.WriteEndObject();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(text.ToArray());
    }

    /// <exception cref="FormatException">It is none.</exception>
    /// <exception cref="CryptographicException">Its certificate cannot be used.</exception>
    public static ExecAnswer Read(byte[] output, string apiVersion)
    {
        using JsonDocument answer = Parse(output);
        JsonElement root = answer.RootElement;
        if (Text(root, "kind") != "ExecCredential" || Text(root, "apiVersion") != apiVersion)
        {
            throw new FormatException("kind or apiVersion is another");
        }

        if (root.TryGetProperty("status", out JsonElement status) && status.ValueKind == JsonValueKind.Object)
        {
            return OfStatus(status);
        }

        throw new FormatException("it has no status");
    }

    private static ExecAnswer OfStatus(JsonElement status)
    {
        SecretText? token = TokenText.Parse(Text(status, "token"));
        string certificate = Text(status, "clientCertificateData"), key = Text(status, "clientKeyData");
        if (certificate.Length == 0 != (key.Length == 0))
        {
            throw new FormatException("a certificate needs its key, and a key its certificate");
        }

        if (token is null && certificate.Length == 0)
        {
            throw new FormatException("it has neither token nor certificate");
        }

        ClientCertificate? pair = certificate.Length > 0
            ? UserSection.Pair(Encoding.UTF8.GetBytes(certificate), Encoding.UTF8.GetBytes(key))
            : null;
        return new(token, pair, Expiry(Text(status, "expirationTimestamp")), "");
    }

    private static DateTimeOffset? Expiry(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? instant
            : throw new FormatException("its expirationTimestamp is no instant");
    }

    private static JsonDocument Parse(byte[] output)
    {
        try
        {
            JsonDocument document = JsonDocument.Parse(output);
            return document.RootElement.ValueKind == JsonValueKind.Object ? document : throw new FormatException("it is no object");
        }
        catch (JsonException)
        {
            // Its own message would quote what stands there.
            throw new FormatException("it is no JSON");
        }
    }

    private static string Text(JsonElement parent, string name) =>
        parent.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString() ?? "" : "";

    private static void WriteCluster(Utf8JsonWriter json, ClusterAccess access)
    {
        json.WriteStartObject("cluster");
        json.WriteString("server", access.Server.AbsoluteUri.TrimEnd('/'));
        if (access.TlsServerName is { } name)
        {
            json.WriteString("tls-server-name", name);
        }

        if (access.IsUnverified)
        {
            json.WriteBoolean("insecure-skip-tls-verify", true);
        }

        if (!access.Authorities.IsEmpty)
        {
            string pem = string.Join('\n', access.Authorities.Select(one => one.ExportCertificatePem()));
            json.WriteBase64String("certificate-authority-data", Encoding.UTF8.GetBytes(pem));
        }

        if (access.Proxy is { } proxy)
        {
            json.WriteString("proxy-url", proxy.OriginalString);
        }

        json.WriteEndObject();
    }
}
