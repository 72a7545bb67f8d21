using System.Text;
using System.Text.Json;
using PolicyGate.Clusters.Http;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>
/// A Secret as it may be written down. Only fields that are known to hold no value are copied; labels and annotations are
/// hashed where they repeat a value, where they are known to hold whole objects, and where they are long.
/// </summary>
internal sealed class SecretObject(SecretKey key, JsonElement secret)
{
    private const int LongestOpenText = 256;

    /// <summary>Of kubectl, kapp and Rancher: whole objects, values included, some compressed.</summary>
    private static readonly HashSet<string> CopiesOfObjects = new(StringComparer.Ordinal)
    {
        "kubectl.kubernetes.io/last-applied-configuration",
        "kapp.k14s.io/original",
        "kapp.k14s.io/original-diff",
        "objectset.rio.cattle.io/applied",
        "banzaicloud.com/last-applied",
    };

    private readonly string _ns = secret.Member("metadata").Text("namespace");
    private readonly string _name = secret.Member("metadata").Text("name");
    private readonly string[] _values = [.. Values(secret)];

    /// <summary>The fields after <c>apiVersion</c> and <c>kind</c>.</summary>
    public void WriteFields(Utf8JsonWriter json)
    {
        WriteMetadata(json, secret.Member("metadata"));
        foreach (string field in (string[])["type", "immutable"])
        {
            if (secret.TryGetProperty(field, out JsonElement value))
            {
                json.WritePropertyName(field);
                value.WriteTo(json);
            }
        }

        WriteHashed(json, "data", Decoded);
        WriteHashed(json, "stringData", Encoding.UTF8.GetBytes);
    }

    private void WriteMetadata(Utf8JsonWriter json, JsonElement metadata)
    {
        json.WriteStartObject("metadata");
        foreach (JsonProperty field in metadata.EnumerateObject())
        {
            if (field.Name is "labels" or "annotations" && field.Value.ValueKind == JsonValueKind.Object)
            {
                WriteTexts(json, field);
            }
            else
            {
                field.WriteTo(json);
            }
        }

        json.WriteEndObject();
    }

    private void WriteTexts(Utf8JsonWriter json, JsonProperty texts)
    {
        json.WriteStartObject(texts.Name);
        foreach (JsonProperty one in texts.Value.EnumerateObject())
        {
            string text = one.Value.ValueKind == JsonValueKind.String ? one.Value.GetString() ?? "" : one.Value.GetRawText();
            bool isOpen = !CopiesOfObjects.Contains(one.Name)
                && text.Length <= LongestOpenText
                && !_values.Any(value => text.Contains(value, StringComparison.Ordinal));
            json.WriteString(one.Name, isOpen ? text : key.Hash(_ns, _name, $"metadata.{texts.Name}.{one.Name}", Encoding.UTF8.GetBytes(text)));
        }

        json.WriteEndObject();
    }

    private void WriteHashed(Utf8JsonWriter json, string field, Func<string, byte[]> decode)
    {
        JsonElement values = secret.Member(field);
        if (values.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        json.WriteStartObject(field);
        foreach (JsonProperty one in values.EnumerateObject())
        {
            // What git gives as stringData, the cluster keeps as data: both have the same hash.
            string text = one.Value.ValueKind == JsonValueKind.String ? one.Value.GetString() ?? "" : "";
            json.WriteString(one.Name, key.Hash(_ns, _name, $"data.{one.Name}", decode(text)));
        }

        json.WriteEndObject();
    }

    /// <summary>As they are, and as they are written.</summary>
    private static IEnumerable<string> Values(JsonElement secret)
    {
        foreach (JsonElement field in (JsonElement[])[secret.Member("data"), secret.Member("stringData")])
        {
            string[] texts = field.ValueKind == JsonValueKind.Object
                ? [.. field.EnumerateObject().Where(one => one.Value.ValueKind == JsonValueKind.String).Select(one => one.Value.GetString() ?? "")]
                : [];
            foreach (string text in texts.Where(text => text.Length > 0))
            {
                yield return text;
                string decoded = Encoding.UTF8.GetString(Decoded(text)).Trim();
                if (decoded.Length > 0)
                {
                    yield return decoded;
                }
            }
        }
    }

    private static byte[] Decoded(string text)
    {
        byte[] decoded = new byte[text.Length];
        return Convert.TryFromBase64String(text, decoded, out int length) ? decoded[..length] : Encoding.UTF8.GetBytes(text);
    }
}
