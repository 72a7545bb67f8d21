using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using PolicyGate.CodeHost.GitHub.Transport;

namespace PolicyGate.CodeHost.GitHub.Wire;

/// <summary>
/// GitHub's JSON, generated at build time. Fields that are not named here are skipped; one that is required and missing is a
/// <see cref="JsonException"/>.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true)]
[JsonSerializable(typeof(ErrorWire))]
[JsonSerializable(typeof(CheckRunWire))]
[JsonSerializable(typeof(CheckRunsWire))]
[JsonSerializable(typeof(CheckRunWish))]
[JsonSerializable(typeof(ImmutableArray<AnnotationWire>))]
[JsonSerializable(typeof(ImmutableArray<StatusWire>))]
[JsonSerializable(typeof(StatusWish))]
[JsonSerializable(typeof(ImmutableArray<CommentWire>))]
[JsonSerializable(typeof(BodyWish))]
[JsonSerializable(typeof(ImmutableArray<PullRequestWire>))]
[JsonSerializable(typeof(ImmutableArray<FileWire>))]
[JsonSerializable(typeof(ImmutableArray<CommitWire>))]
[JsonSerializable(typeof(ImmutableArray<ReviewWire>))]
[JsonSerializable(typeof(ImmutableArray<ReviewCommentWire>))]
[JsonSerializable(typeof(ReviewWish))]
[JsonSerializable(typeof(RepositoryWire))]
[JsonSerializable(typeof(MembershipWire))]
[JsonSerializable(typeof(ImmutableArray<AccountWire>))]
[JsonSerializable(typeof(CollaborationWire))]
internal sealed partial class GitHubJson : JsonSerializerContext
{
    /// <summary>The answer as a value.</summary>
    /// <exception cref="JsonException">It is not what was expected.</exception>
    public static T Read<T>(GitHubResponse response, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(response.Body, type) ?? throw new JsonException("null");

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(value, type);

    /// <summary>An address for people; null for what is none.</summary>
    public static Uri? Address(string? text) => Uri.TryCreate(text, UriKind.Absolute, out Uri? uri) ? uri : null;
}
