using System.Text.Json;
using System.Text.Json.Serialization;

namespace PolicyGate.Publish;

/// <summary>A note to oneself between the step that starts a check run and the one that concludes it.</summary>
public sealed record StartedRun(long CheckRun, string Repository, string Commit, string Name)
{
    private const int LongestNote = 64 * 1024;

    public void Write(string path) => File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(this, StartedRunJson.Default.StartedRun));

    /// <summary>Null when there is no note, or none that can be read: then the check run is looked for.</summary>
    public static StartedRun? Read(string path)
    {
        try
        {
            FileInfo file = new(path);
            return file is { Exists: true, Length: <= LongestNote }
                ? JsonSerializer.Deserialize(File.ReadAllBytes(path), StartedRunJson.Default.StartedRun)
                : null;
        }
        catch (Exception exception) when (exception is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}

[JsonSerializable(typeof(StartedRun))]
internal sealed partial class StartedRunJson : JsonSerializerContext;
