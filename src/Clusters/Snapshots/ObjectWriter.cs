using System.Text.Json;
using PolicyGate.Clusters.Http;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Writes objects as a snapshot has them: whole, without status, and without the values of Secrets.</summary>
internal sealed class ObjectWriter(SecretKey key)
{
    /// <exception cref="JsonException">It has no name, so that it is no object of Kubernetes.</exception>
    public void Write(Utf8JsonWriter json, ServedKind kind, JsonElement item)
    {
        if (item.Member("metadata").Text("name").Length == 0)
        {
            throw new JsonException("an object has no name");
        }

        try
        {
            WriteObject(json, kind, item);
        }
        catch (InvalidOperationException)
        {
            // .NET says so of an escape that is half a character.
            throw new JsonException("a text in it is not Unicode");
        }
    }

    public static bool IsSecret(ServedKind kind) => kind is { Group: "", Resource: "secrets" };

    private void WriteObject(Utf8JsonWriter json, ServedKind kind, JsonElement item)
    {
        json.WriteStartObject();
        json.WriteString("apiVersion", item.Text("apiVersion") is { Length: > 0 } version ? version : kind.ApiVersion);
        json.WriteString("kind", item.Text("kind") is { Length: > 0 } name ? name : kind.Kind);
        if (IsSecret(kind))
        {
            new SecretObject(key, item).WriteFields(json);
        }
        else
        {
            WriteFields(json, kind, item);
        }

        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, ServedKind kind, JsonElement item)
    {
        foreach (JsonProperty field in item.EnumerateObject().Where(field => field.Name is not ("apiVersion" or "kind" or "status")))
        {
            field.WriteTo(json);
        }

        // One that is being deleted does not take what git has in it.
        if (kind is { Group: "", Resource: "namespaces" } && item.Member("status").Text("phase") is { Length: > 0 } phase)
        {
            json.WriteStartObject("status");
            json.WriteString("phase", phase);
            json.WriteEndObject();
        }
    }
}
