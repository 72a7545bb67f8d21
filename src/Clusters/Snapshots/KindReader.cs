using System.Buffers;
using System.Text.Json;
using PolicyGate.Clusters.Discovery;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Reads all objects of a kind into a spool, page by page.</summary>
internal sealed class KindReader(ICluster cluster, SnapshotWishes wishes, Action<int> progress)
{
    /// <summary>A list that expires as often is read too slowly to be read at all.</summary>
    private const int Restarts = 5;

    private const int SmallerBy = 8;

    private readonly ObjectWriter _objects = new(wishes.Key);

    public async Task<KindAccount> Read(ServedKind kind, Spool spool, CancellationToken cancellation)
    {
        try
        {
            for (int restart = 0; restart <= Restarts; restart++)
            {
                spool.Clear();
                ClusterAnswer<int> answer = await ReadOnce(kind, spool, cancellation).ConfigureAwait(false);
                if (answer.IsGiven)
                {
                    return KindAccounts.Of(kind, KindOutcome.Read, WhyNotAsARule(kind), answer.Value);
                }

                if (answer.Problem.Kind != ClusterProblemKind.Expired)
                {
                    return Unknown(kind, spool, answer.Problem.ToString());
                }
            }

            return Unknown(kind, spool, "the list expired again and again before all of it was read");
        }
        catch (JsonException strange)
        {
            return Unknown(kind, spool, $"the list cannot be understood: {strange.Message}");
        }
    }

    private async Task<ClusterAnswer<int>> ReadOnce(ServedKind kind, Spool spool, CancellationToken cancellation)
    {
        if (wishes.Namespaces.IsEmpty)
        {
            return await ReadList(kind, null, spool, 0, cancellation).ConfigureAwait(false);
        }

        int objects = 0;
        foreach (string ns in wishes.Namespaces)
        {
            ClusterAnswer<int> answer = kind.IsNamespaced
                ? await ReadList(kind, ns, spool, objects, cancellation).ConfigureAwait(false)
                : await ReadNamespace(kind, ns, spool, objects, cancellation).ConfigureAwait(false);
            if (!answer.IsGiven)
            {
                return answer;
            }

            objects = answer.Value;
        }

        return objects;
    }

    /// <summary>Gives how many objects the spool has then.</summary>
    private async Task<ClusterAnswer<int>> ReadList(ServedKind kind, string? ns, Spool spool, int objects, CancellationToken cancellation)
    {
        PageWish wish = new(wishes.PageSize, "");
        while (true)
        {
            ClusterAnswer<ObjectPage> page = await cluster.List(kind, ns, wish, cancellation).ConfigureAwait(false);
            if (page.Problem is { Kind: ClusterProblemKind.TooLarge } && wish.Limit > 1)
            {
                wish = wish with { Limit = Math.Max(1, wish.Limit / SmallerBy) };
                continue;
            }

            if (!page.IsGiven)
            {
                return page.Problem;
            }

            Write(kind, [.. page.Value.Items], spool, objects);
            objects += page.Value.Items.Length;
            progress(page.Value.Items.Length);
            if (page.Value.Continue.Length == 0)
            {
                return objects;
            }

            if (page.Value.Continue == wish.Continue)
            {
                throw new JsonException("its next page is the one before");
            }

            wish = wish with { Continue = page.Value.Continue };
        }
    }

    /// <summary>One that is not there is an error: its lists would be empty, and look clean.</summary>
    private async Task<ClusterAnswer<int>> ReadNamespace(ServedKind kind, string ns, Spool spool, int objects, CancellationToken cancellation)
    {
        ClusterAnswer<JsonElement> answer = await cluster.Get(kind, null, ns, cancellation).ConfigureAwait(false);
        if (!answer.IsGiven)
        {
            return answer.Problem with { Message = $"namespace '{ns}': {answer.Problem.Message}" };
        }

        Write(kind, [answer.Value], spool, objects);
        return objects + 1;
    }

    private void Write(ServedKind kind, JsonElement[] items, Spool spool, int before)
    {
        ArrayBufferWriter<byte> text = new();
        using Utf8JsonWriter json = new(text, new JsonWriterOptions { MaxDepth = 1000 });
        for (int index = 0; index < items.Length; index++)
        {
            _objects.Write(json, kind, items[index]);
            json.Flush();
            json.Reset();
            spool.Write(before + index > 0 ? ",\n"u8 : "\n"u8);
            spool.Write(text.WrittenSpan);
            text.ResetWrittenCount();
        }
    }

    /// <summary>Tells who compares that git does not know most of the objects, and why.</summary>
    private static string WhyNotAsARule(ServedKind kind) =>
        LeftOutKinds.Reason(kind.Group, kind.Resource) is { } reason ? $"left out as a rule: {reason}" : "";

    private static KindAccount Unknown(ServedKind kind, Spool spool, string why)
    {
        spool.Clear();
        return KindAccounts.Of(kind, KindOutcome.Unknown, why);
    }
}
