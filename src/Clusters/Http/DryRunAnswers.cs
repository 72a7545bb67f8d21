using System.Collections.Immutable;
using System.Text.Json;
using System.Text.RegularExpressions;
using PolicyGate.Clusters.Snapshots;

namespace PolicyGate.Clusters.Http;

/// <summary>What the answers to dry runs mean.</summary>
internal sealed partial class DryRunAnswers(ServedKind kind, Func<string, string> clean)
{
    /// <summary>
    /// Servers fail with 500 at what their schema does not know, which is the object's fault and the same next time
    /// (<see href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apimachinery/pkg/util/managedfields/internal/structuredmerge.go">source</see>).
    /// </summary>
    private static readonly string[] SchemaFaults =
        ["failed to create typed patch object", "failed to convert new typed object", "failed to convert new object"];

    /// <summary>What the server says of a Secret may quote a value.</summary>
    public bool MayQuote => !ObjectWriter.IsSecret(kind);

    /// <summary>It says what would become of the object; all else is a problem with asking.</summary>
    public bool IsAnswer(ApiResponse response) => response.Status is >= 200 and < 300 || Refusal(response) is not null;

    /// <exception cref="JsonException">It is no object of Kubernetes.</exception>
    public DryRunOutcome Outcome(ApiResponse response) => Refusal(response) ?? Stored(response);

    private static DryRunOutcome.Stored Stored(ApiResponse response)
    {
        JsonElement stored = JsonDocument.Parse(response.Body, JsonReading.Options).RootElement;
        return stored.Member("metadata").Text("name").Length > 0 ? new(stored) : throw new JsonException("no object");
    }

    private DryRunOutcome? Refusal(ApiResponse response)
    {
        if (response.Status is < 400 || Status(response) is not { } status)
        {
            return null;
        }

        string said = Wording.Said(response.Body);
        return response.Status switch
        {
            409 => Conflicts(status) is { IsEmpty: false } conflicts ? new DryRunOutcome.Conflicting(conflicts) : null,
            400 when !said.EndsWith("does not support dry run", StringComparison.Ordinal) => Refused(response, said),
            403 when !AccountMayNot().IsMatch(said) => Refused(response, said),
            413 or 422 => Refused(response, said),
            500 when SchemaFaults.Any(fault => said.Contains(fault, StringComparison.Ordinal)) => Refused(response, said),
            _ => null,
        };
    }

    private DryRunOutcome.Refused Refused(ApiResponse response, string said) =>
        new(MayQuote ? clean(said) : $"the server would not take this Secret (HTTP {response.Status}); what it says may quote a value and is not shown");

    /// <summary>Null for what is none, such as a page of a proxy.</summary>
    private static JsonElement? Status(ApiResponse response)
    {
        try
        {
            JsonElement status = JsonDocument.Parse(response.Body, JsonReading.Options).RootElement;
            return status.Text("kind") == "Status" ? status : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static ImmutableArray<FieldConflict> Conflicts(JsonElement status) =>
    [
        .. status.Member("details").Member("causes").Elements()
            .Where(cause => cause.Text("reason") == "FieldManagerConflict")
            .Select(cause => new FieldConflict(cause.Text("field"), Manager(cause.Text("message")))),
    ];

    /// <summary>The name in the server's sentence, in which it is quoted as Go quotes; the sentence when it has another form.</summary>
    private static string Manager(string message) => Sentence().Match(message) is { Success: true } sentence
        ? Quoted().Replace(sentence.Groups["manager"].Value, "$1")
        : message;

    [GeneratedRegex(@"^conflict with ""(?<manager>(?:[^""\\]|\\.)*)""", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"\\(.)", RegexOptions.CultureInvariant)]
    private static partial Regex Quoted();

    /// <summary>What authorizers make the server say; admission says 403 too, of quotas and of pods that are not secure
    /// (<see href="https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/apiserver/pkg/endpoints/handlers/responsewriters/errors.go">source</see>).</summary>
    [GeneratedRegex("User \".*\" cannot ", RegexOptions.CultureInvariant)]
    private static partial Regex AccountMayNot();
}
