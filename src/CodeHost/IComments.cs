namespace PolicyGate.CodeHost;

/// <summary>The conversation of a pull request (<see href="https://docs.github.com/rest/issues/comments">API</see>).</summary>
public interface IComments
{
    /// <summary>Oldest first.</summary>
    Task<HostAnswer<Listing<Comment>>> List(int pullRequest, CancellationToken cancellation);

    /// <summary>
    /// Writes one. <c>isThisOne</c> tells it from all others, by something unique in its body <em>and</em> by its author, as
    /// anybody can write anything: when the answer is lost, the comments are looked through before it is written again.
    /// Null: never again.
    /// </summary>
    /// <exception cref="ArgumentException">The body is blank or over the host's limit.</exception>
    Task<HostAnswer<Comment>> Create(int pullRequest, string body, Func<Comment, bool>? isThisOne, CancellationToken cancellation);

    /// <exception cref="ArgumentException">The body is blank or over the host's limit.</exception>
    Task<HostAnswer<Comment>> Update(long id, string body, CancellationToken cancellation);

    /// <summary>One that is gone already is a success.</summary>
    Task<HostAnswer<Done>> Delete(long id, CancellationToken cancellation);
}

public sealed record Comment
{
    public required long Id { get; init; }

    /// <summary>Null when the account was deleted.</summary>
    public required Account? Author { get; init; }

    /// <summary>Which app wrote it, such as <c>github-actions</c>; empty for a person.</summary>
    public required string App { get; init; }

    public required string Body { get; init; }

    public required DateTimeOffset? CreatedAt { get; init; }

    public required DateTimeOffset? UpdatedAt { get; init; }

    public required Uri? Url { get; init; }
}
