using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace PolicyGate.CodeHost.Facts;

/// <summary>
/// Which change a workflow event speaks of
/// (<see href="https://docs.github.com/webhooks/webhook-events-and-payloads">payloads</see>).
/// </summary>
public sealed partial record ChangeEvent
{
    /// <summary>Webhook payloads "are capped at 25 MB".</summary>
    private const int LargestPayload = 25 * 1024 * 1024;

    /// <summary>Such as <c>pull_request</c>; <c>none</c> when a person asks.</summary>
    public required string Name { get; init; }

    /// <summary>Null for a push, whose pull request is looked for.</summary>
    public int? PullRequest { get; init; }

    /// <summary>The head of the pull request when the event came about, which is what was checked out; empty when that is not told.</summary>
    public string HeadSha { get; init; } = "";

    /// <summary>The commit that was pushed; empty for all else.</summary>
    public string Pushed { get; init; } = "";

    /// <summary>What the branch was before; zeros for a new one.</summary>
    public string Before { get; init; } = "";

    /// <summary>The branch that was pushed to.</summary>
    public string Branch { get; init; } = "";

    /// <summary>Who pushed.</summary>
    public string Pusher { get; init; } = "";

    public bool IsMergeGroup => Name == "merge_group";

    /// <summary>Reads the payload of an event; null when the event is about no change, or the payload is not one.</summary>
    public static ChangeEvent? Read(string name, string path)
    {
        try
        {
            FileInfo file = new(path);
            if (!file.Exists || file.Length > LargestPayload)
            {
                return null;
            }

            using FileStream stream = file.OpenRead();
            using JsonDocument payload = JsonDocument.Parse(stream);
            return Of(name, payload.RootElement);
        }
        catch (Exception failure) when (failure is JsonException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private static ChangeEvent? Of(string name, JsonElement payload) => name switch
    {
        "pull_request" or "pull_request_target" or "pull_request_review" => OfPullRequest(name, payload),
        "merge_group" => OfMergeGroup(name, payload),
        "push" => OfPush(name, payload),
        _ => null,
    };

    private static ChangeEvent? OfPullRequest(string name, JsonElement payload) =>
        Find(payload, "pull_request", "number") is { ValueKind: JsonValueKind.Number } number
        && number.TryGetInt32(out int value) && value > 0
        && FullId().IsMatch(Text(payload, "pull_request", "head", "sha"))
            ? new() { Name = name, PullRequest = value, HeadSha = Text(payload, "pull_request", "head", "sha") }
            : null;

    /// <summary>The queue's branch names the pull request that it merges, on top of those before it in the queue.</summary>
    private static ChangeEvent? OfMergeGroup(string name, JsonElement payload) =>
        QueueBranch().Match(Text(payload, "merge_group", "head_ref")) is { Success: true } match
        && int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number > 0
            ? new() { Name = name, PullRequest = number }
            : null;

    private static ChangeEvent? OfPush(string name, JsonElement payload) =>
        Text(payload, "ref") is var branch && branch.StartsWith("refs/heads/", StringComparison.Ordinal)
        && FullId().IsMatch(Text(payload, "after")) && Text(payload, "after").AsSpan().ContainsAnyExcept('0')
            ? new()
            {
                Name = name,
                Pushed = Text(payload, "after"),
                Before = FullId().IsMatch(Text(payload, "before")) ? Text(payload, "before") : "",
                Branch = branch["refs/heads/".Length..],
                Pusher = Text(payload, "sender", "login"),
            }
            : null;

    private static string Text(JsonElement payload, params ReadOnlySpan<string> path) =>
        Find(payload, path) is { ValueKind: JsonValueKind.String } found ? found.GetString()! : "";

    private static JsonElement? Find(JsonElement place, params ReadOnlySpan<string> path)
    {
        foreach (string field in path)
        {
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(field, out place))
            {
                return null;
            }
        }

        return place;
    }

    [GeneratedRegex(@"\A(?:[0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex FullId();

    /// <summary>https://docs.github.com/repositories/configuring-branches-and-merges-in-your-repository/configuring-pull-request-merges/managing-a-merge-queue</summary>
    [GeneratedRegex(@"\Arefs/heads/gh-readonly-queue/.+/pr-([0-9]{1,9})-(?:[0-9a-f]{40}|[0-9a-f]{64})\z")]
    private static partial Regex QueueBranch();
}
