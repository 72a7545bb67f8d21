namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>What GitHub is asked, apart from how often.</summary>
internal sealed record GitHubRequest
{
    /// <summary>More than any page of the API; a page of 100 files with their patches is the largest.</summary>
    private const int PageBytes = 32 * 1024 * 1024;

    public required HttpMethod Method { get; init; }

    /// <summary>Below the API's address, without a slash at its start, escaped.</summary>
    public required string Address { get; init; }

    /// <summary>For messages: <c>create the check run</c>.</summary>
    public required string Operation { get; init; }

    /// <summary>Which the token needs.</summary>
    public required Permission Permission { get; init; }

    /// <summary>The recommended one (<see href="https://docs.github.com/rest/using-the-rest-api/getting-started-with-the-rest-api#accept">docs</see>).</summary>
    public string Accept { get; init; } = "application/vnd.github+json";

    /// <summary>JSON.</summary>
    public byte[]? Body { get; init; }

    /// <summary>Twice is the same as once.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>How much of an answer is read at most.</summary>
    public int BytesAtMost { get; init; } = PageBytes;

    public bool IsWrite => Method != HttpMethod.Get;

    public static GitHubRequest Get(string address, string operation, Permission permission) =>
        new() { Method = HttpMethod.Get, Address = address, Operation = operation, Permission = permission };

    public static GitHubRequest Post(string address, string operation, Permission permission, byte[] body) => new()
    {
        Method = HttpMethod.Post,
        Address = address,
        Operation = operation,
        Permission = permission,
        Body = body,
        IsRepeatable = false,
    };

    public static GitHubRequest Patch(string address, string operation, Permission permission, byte[] body) =>
        new() { Method = HttpMethod.Patch, Address = address, Operation = operation, Permission = permission, Body = body };

    public static GitHubRequest Delete(string address, string operation, Permission permission) =>
        new() { Method = HttpMethod.Delete, Address = address, Operation = operation, Permission = permission };
}
