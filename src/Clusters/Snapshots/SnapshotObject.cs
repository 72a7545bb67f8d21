using System.Buffers;
using System.Text.Json;
using PolicyGate.Load.Snapshots;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Makes of an object that a cluster answered what a snapshot would have of it.</summary>
public static class SnapshotObject
{
    /// <summary>Without its status; the values of a Secret are hashed, so that they compare with those of a snapshot with the same key.</summary>
    /// <exception cref="JsonException">It has no name, a field twice, or a text that is not Unicode.</exception>
    public static Document Of(ServedKind kind, JsonElement answered, SecretKey key)
    {
        ArrayBufferWriter<byte> text = new();
        using (Utf8JsonWriter json = new(text, new JsonWriterOptions { MaxDepth = 1000 }))
        {
            new ObjectWriter(key).Write(json, kind, answered);
        }

        Utf8JsonReader reader = new(text.WrittenSpan, new JsonReaderOptions { MaxDepth = 1000 });
        reader.Read();
        return new("", 0, new LiveValues().Read(ref reader));
    }
}
