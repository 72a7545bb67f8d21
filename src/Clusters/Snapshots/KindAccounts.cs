using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Accounts of what the cluster serves.</summary>
internal static class KindAccounts
{
    public static KindAccount Of(ServedKind kind, KindOutcome outcome, string why = "", int objects = 0) => new()
    {
        Group = kind.Group,
        Version = kind.Version,
        Resource = kind.Resource,
        Kind = kind.Kind,
        IsNamespaced = kind.IsNamespaced,
        Versions = kind.Versions,
        Outcome = outcome,
        Why = why,
        Objects = objects,
    };

    public static KindAccount Of(UnreadKind kind, KindOutcome outcome) => new()
    {
        Group = kind.Group,
        Version = kind.Version,
        Resource = kind.Resource,
        Kind = kind.Kind,
        IsNamespaced = false,
        Versions = [kind.Version],
        Outcome = outcome,
        Why = kind.Why,
    };
}
