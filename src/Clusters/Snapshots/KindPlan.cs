using System.Collections.Immutable;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Which kinds are read, and why others are not.</summary>
internal sealed record KindPlan(ImmutableArray<ServedKind> ToRead, ImmutableArray<KindAccount> NotToRead)
{
    /// <param name="catalogue">Null when the cluster did not tell what it serves.</param>
    /// <param name="wishes">What is wanted of it.</param>
    public static KindPlan Of(Catalogue? catalogue, SnapshotWishes wishes)
    {
        if (catalogue is null)
        {
            return new([], []);
        }

        ImmutableArray<ServedKind> kinds = [.. catalogue.Kinds.SelectMany(kind => InVersions(kind, wishes))];
        return new(
            [.. kinds.Where(kind => ReasonAgainst(kind, wishes) is null)],
            [
                .. kinds.Where(kind => ReasonAgainst(kind, wishes) is not null)
                    .Select(kind => KindAccounts.Of(kind, KindOutcome.LeftOut, ReasonAgainst(kind, wishes)!)),
                .. catalogue.Unknown.Select(kind => KindAccounts.Of(kind, KindOutcome.Unknown)),
                .. catalogue.LeftOut.Select(kind => KindAccounts.Of(kind, KindOutcome.LeftOut)),
            ]);
    }

    private static IEnumerable<ServedKind> InVersions(ServedKind kind, SnapshotWishes wishes) =>
        kind.Versions
            .Where(version => version == kind.Version || wishes.AlsoVersions.Contains((kind with { Version = version }).ApiVersion))
            .Select(version => kind with { Version = version });

    private static string? ReasonAgainst(ServedKind kind, SnapshotWishes wishes) => kind switch
    {
        _ when ObjectWriter.IsSecret(kind) && !wishes.ReadSecrets => "secrets were not to be read",
        { IsNamespaced: true } or { Group: "", Resource: "namespaces" } => null,
        _ when !wishes.Namespaces.IsEmpty => "only some namespaces were to be read, and it has none",
        _ => null,
    };
}
