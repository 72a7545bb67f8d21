using System.Security.Cryptography;
using System.Text;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Tests;

/// <summary>Secrets as snapshots have them: for every value a hash that depends on its place.</summary>
internal static class SecretValue
{
    public static string Hash(string ns, string name, string field, byte[] value) =>
        $"hmac-sha256:{Convert.ToHexStringLower(SHA256.HashData([.. Encoding.UTF8.GetBytes($"{ns}/{name}/{field}/"), .. value]))}";

    /// <summary>The object without the values of a Secret; any other as it is.</summary>
    public static Value Hidden(Value live)
    {
        Node root = new Document("", 0, live).Root;
        if (root["kind"].Text != "Secret" || live is not Mapping fields)
        {
            return live;
        }

        return new Mapping([.. fields.Entries.Select(entry => entry.Key.Text == "data" ? Hidden(entry, root) : entry)], fields.IsFlow, fields.Span);
    }

    public static string Plain(Node value) =>
        value.Parent.Name == "data" ? Encoding.UTF8.GetString(Convert.FromBase64String(value.Text)) : value.Text;

    private static Entry Hidden(Entry data, Node root) => new(
        data.Key,
        new Mapping(
            [.. root["data"].Fields.Zip(((Mapping)data.Value).Entries, (value, entry) => new Entry(entry.Key, HashOf(value, root)))], isFlow: false, Span.Start));

    private static Scalar HashOf(Node value, Node root) => new(
        Hash(root["metadata.namespace"].Text, root["metadata.name"].Text, $"data.{value.Name}", Convert.FromBase64String(value.Text)),
        ScalarStyle.DoubleQuoted,
        null,
        Span.Start);
}
