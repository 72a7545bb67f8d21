using System.Text;
using System.Text.Json;
using PolicyGate.CodeHost.GitHub.Transport;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub;

/// <inheritdoc/>
internal sealed class Contents(RepositoryName repository, Calls calls) : IContents
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Task<HostAnswer<HostedRepository>> GetRepository(CancellationToken cancellation) =>
        calls.Ask(
            GitHubRequest.Get(Route.Of(repository), "read the repository", Permission.MetadataRead),
            response => GitHubJson.Read(response, GitHubJson.Default.RepositoryWire).ToRepository(),
            cancellation);

    public async Task<HostAnswer<string>> GetFile(string path, string revision, CancellationToken cancellation)
    {
        string address = $"{Route.In(repository, ["contents", .. path.Split('/')])}?ref={Uri.EscapeDataString(revision)}";
        GitHubRequest request = GitHubRequest.Get(address, $"read the file {path}", Permission.ContentsRead) with
        {
            Accept = "application/vnd.github.raw+json",
            BytesAtMost = GitHubLimits.FileBytes,
        };
        HostAnswer<GitHubResponse> answer = await calls.Ask(request, FileOrEntry, cancellation).ConfigureAwait(false);
        return answer.IsGiven ? Text(answer.Value) is { } text ? text : calls.Unreadable(request, Reason(answer.Value)) : answer.Problem;
    }

    /// <summary>
    /// A file comes as what was asked for, a folder or a submodule as plain JSON
    /// (<see href="https://docs.github.com/rest/repos/contents#get-repository-content">docs</see>). A portal's page does not
    /// come from GitHub.
    /// </summary>
    private static GitHubResponse FileOrEntry(GitHubResponse response) =>
        IsFile(response) || response.ContentType == "application/json" ? response : throw new JsonException("neither a file nor a folder");

    private static bool IsFile(GitHubResponse response) => response.ContentType.Contains("raw", StringComparison.OrdinalIgnoreCase);

    private static string Reason(GitHubResponse response) => IsFile(response) ? "it is not UTF-8" : "it is not a file";

    /// <summary>Null when it is none.</summary>
    private static string? Text(GitHubResponse response)
    {
        try
        {
            return IsFile(response) ? Strict.GetString(response.Body) : null;
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
