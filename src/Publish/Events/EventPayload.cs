using System.Text.Json;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish.Events;

/// <summary>
/// What GitHub tells of the event that started a workflow
/// (<see href="https://docs.github.com/webhooks/webhook-events-and-payloads">payloads</see>).
/// </summary>
public sealed class EventPayload
{
    private readonly JsonElement root;

    private EventPayload(JsonElement root) => this.root = root;

    /// <summary>An event of which nothing is known.</summary>
    public static EventPayload Empty { get; } = new(default);

    /// <summary>Null when the file is missing, too large or no JSON.</summary>
    public static EventPayload? ReadFile(string path)
    {
        FileInfo file = new(path);
        return file is { Exists: true, Length: <= ReceivedLimits.PayloadBytes } ? Read(File.ReadAllBytes(path)) : null;
    }

    /// <inheritdoc cref="ReadFile"/>
    public static EventPayload? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(utf8);
            return new(document.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Null when there is no such text.</summary>
    internal string? Text(params ReadOnlySpan<string> steps) =>
        Find(steps) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

    /// <summary>Null when there is no such number.</summary>
    internal long? Number(params ReadOnlySpan<string> steps) =>
        Find(steps) is { ValueKind: JsonValueKind.Number } value && value.TryGetInt64(out long number) ? number : null;

    private JsonElement? Find(ReadOnlySpan<string> steps)
    {
        JsonElement element = root;
        foreach (string step in steps)
        {
            if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(step, out element))
            {
                return null;
            }
        }

        return element;
    }
}
