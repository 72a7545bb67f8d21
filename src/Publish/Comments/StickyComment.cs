using System.Collections.Immutable;
using PolicyGate.CodeHost;

namespace PolicyGate.Publish.Comments;

/// <summary>
/// Keeps one comment in a conversation. Others may do the same at the same time, so it looks, changes one thing, and looks
/// again, until there is one comment and it is that of the newest run.
/// </summary>
internal sealed class StickyComment(ICodeHost host, int pullRequest, CommentMark mark, OwnAccount account)
{
    /// <summary>Each round mends what another run did in between; more than two running at once are rare.</summary>
    private const int Rounds = 5;

    /// <summary>Writes the body unless a newer run has written.</summary>
    /// <param name="body">Begins with the mark.</param>
    /// <param name="isWanted">Whether a comment is to be made where there is none.</param>
    /// <param name="cancellation">Ends it.</param>
    /// <returns>The problem, or null.</returns>
    public async Task<HostProblem?> Write(string body, bool isWanted, CancellationToken cancellation)
    {
        for (int round = 0; round < Rounds; round++)
        {
            HostAnswer<Listing<Comment>> listed = await host.Comments.List(pullRequest, cancellation);
            if (!listed.IsGiven)
            {
                return listed.Problem;
            }

            ImmutableArray<Comment> own = [.. listed.Value.Items.Where(IsOwn).OrderBy(comment => comment.Id)];
            HostAnswer<Change> change = own.IsEmpty
                ? await Create(body, isWanted, cancellation)
                : await Settle(own, body, cancellation);
            if (!change.IsGiven || !change.Value.IsAnything)
            {
                return change.Problem;
            }

            // GitHub may have changed it, such as its line ends: what it gave back is what is looked for from now on.
            body = change.Value.Body;
        }

        return null;
    }

    private async Task<HostAnswer<Change>> Create(string body, bool isWanted, CancellationToken cancellation)
    {
        if (!isWanted)
        {
            return Change.None(body);
        }

        bool IsThisOne(Comment comment) => IsOwn(comment) && CommentMark.RunOf(comment.Body) == mark.Run;
        HostAnswer<Comment> made = await host.Comments.Create(pullRequest, body, IsThisOne, cancellation);
        return made.With(comment => new Change(comment.Body, IsAnything: true));
    }

    /// <summary>The oldest stays and takes what the newest run wrote; then the others go.</summary>
    private async Task<HostAnswer<Change>> Settle(ImmutableArray<Comment> own, string body, CancellationToken cancellation)
    {
        Comment newest = own.MaxBy(comment => CommentMark.RunOf(comment.Body))!;
        string wanted = mark.Run is not null && CommentMark.RunOf(newest.Body) > mark.Run ? newest.Body : body;
        bool isAnything = !Same(own[0].Body, wanted);
        if (isAnything)
        {
            HostAnswer<Comment> updated = await host.Comments.Update(own[0].Id, wanted, cancellation);
            if (!updated.IsGiven)
            {
                return updated.Problem;
            }

            body = ReferenceEquals(wanted, body) ? updated.Value.Body : body;
        }

        foreach (Comment extra in own[1..])
        {
            HostAnswer<Done> deleted = await host.Comments.Delete(extra.Id, cancellation);
            if (!deleted.IsGiven)
            {
                return deleted.Problem;
            }
        }

        return new Change(body, isAnything || own.Length > 1);
    }

    private bool IsOwn(Comment comment) => mark.IsIn(comment.Body) && account.Wrote(comment.Author, comment.App);

    private static bool Same(string left, string right) => Plain(left) == Plain(right);

    private static string Plain(string text) => text.ReplaceLineEndings("\n").TrimEnd();

    /// <param name="Body">What is to stand there.</param>
    /// <param name="IsAnything">Something was written, so it is worth another look.</param>
    private sealed record Change(string Body, bool IsAnything)
    {
        public static Change None(string body) => new(body, IsAnything: false);
    }
}
