using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PolicyGate.CodeHost.GitHub.Wire;

namespace PolicyGate.CodeHost.GitHub.Transport;

/// <summary>
/// Lists that come in pages
/// (<see href="https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api">docs</see>).
/// </summary>
internal sealed class Pages(Calls calls)
{
    /// <summary>10,000 entries: where a conversation ends for us, and a Link that goes in circles.</summary>
    private const int PagesAtMost = 100;

    /// <summary>Pages that are arrays.</summary>
    public Task<HostAnswer<Listing<TItem>>> All<TWire, TItem>(
        GitHubRequest first,
        JsonTypeInfo<ImmutableArray<TWire>> type,
        Func<TWire, TItem> turn,
        CancellationToken cancellation,
        int itemsAtMost = int.MaxValue) =>
        All(first, response => GitHubJson.Read(response, type), turn, cancellation, itemsAtMost);

    /// <summary>All entries, in order; from <paramref name="itemsAtMost"/> on, GitHub itself is known to stop.</summary>
    public async Task<HostAnswer<Listing<TItem>>> All<TWire, TItem>(
        GitHubRequest first,
        Func<GitHubResponse, ImmutableArray<TWire>> read,
        Func<TWire, TItem> turn,
        CancellationToken cancellation,
        int itemsAtMost = int.MaxValue)
    {
        ImmutableArray<TItem>.Builder items = ImmutableArray.CreateBuilder<TItem>();
        string? next = $"{first.Address}{(first.Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}per_page={GitHubLimits.PerPage}";
        for (int page = 0; page < PagesAtMost && next is not null; page++)
        {
            HostAnswer<Page<TItem>> answer = await calls
                .Ask(first with { Address = next }, response => Page<TItem>.Of(response, read, turn), cancellation)
                .ConfigureAwait(false);
            if (!answer.IsGiven)
            {
                return answer.Problem;
            }

            items.AddRange(answer.Value.Items);
            next = answer.Value.Next;
        }

        return new Listing<TItem>(items.ToImmutable(), IsComplete: next is null && items.Count < itemsAtMost);
    }

    private sealed record Page<T>(ImmutableArray<T> Items, string? Next)
    {
        public static Page<T> Of<TWire>(GitHubResponse response, Func<GitHubResponse, ImmutableArray<TWire>> read, Func<TWire, T> turn)
        {
            string? next = LinkHeader.Next(response.Link);
            return next is null || Uri.IsWellFormedUriString(next, UriKind.RelativeOrAbsolute)
                ? new([.. read(response).Select(one => one is null ? throw new JsonException("an entry is null") : turn(one))], next)
                : throw new JsonException("the next page has no address");
        }
    }
}
