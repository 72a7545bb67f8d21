using System.Text.Json;
using System.Text.Json.Serialization;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Report.Tests;

/// <summary>
/// Reads an assessment as the cases write it: the model's records as JSON, with places as
/// <c>file:line:column-line:column path</c>.
/// </summary>
internal static class AssessmentFile
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.CamelCase),
            new LocationConverter(),
            new FixConverter(),
        },
    };

    public static Assessment Read(string path) =>
        JsonSerializer.Deserialize<Assessment>(File.ReadAllText(path), Options)
        ?? throw new InvalidDataException($"{path} holds no assessment");
}
