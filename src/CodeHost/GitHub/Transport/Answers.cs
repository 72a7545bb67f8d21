namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// What was read before, so that reading it again costs nothing of the quota when it is the same
/// (<see href="https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#use-conditional-requests-if-appropriate">docs</see>).
/// </summary>
internal sealed class Answers
{
    private const int BytesAtMost = 16 * 1024 * 1024;

    private readonly Lock _lock = new();
    private readonly Dictionary<(Uri Address, string Accept), GitHubResponse> _known = [];
    private long _bytes;

    /// <summary>The one of this address, as long as GitHub confirms its tag.</summary>
    public GitHubResponse? Of(Uri address, string accept)
    {
        lock (_lock)
        {
            return _known.GetValueOrDefault((address, accept));
        }
    }

    public void Keep(Uri address, string accept, GitHubResponse response)
    {
        lock (_lock)
        {
            _known.Remove((address, accept), out GitHubResponse? before);
            _bytes -= before?.Body.Length ?? 0;
            if (response.Status == 200 && response.ETag is not null && _bytes + response.Body.Length <= BytesAtMost)
            {
                _known[(address, accept)] = response;
                _bytes += response.Body.Length;
            }
        }
    }
}
