using System.Collections.Immutable;

namespace PolicyGate.Clusters.Discovery;

/// <summary>Which kinds are read in which version.</summary>
internal static class CatalogueMaking
{
    /// <param name="versions">The versions of each group in the order in which the cluster prefers them.</param>
    /// <param name="alsoKinds">Those that are not left out.</param>
    public static Catalogue Of(ImmutableArray<GroupVersion> versions, ImmutableArray<KindName> alsoKinds)
    {
        ImmutableArray<(GroupVersion In, ServedResource Resource)> listable =
            [.. versions.SelectMany(version => version.Resources.Where(one => one.IsListable).Select(one => (version, one)))];
        ImmutableArray<ServedKind> kinds =
        [
            .. listable.GroupBy(one => (one.In.Group, one.Resource.Resource)).Select(Preferred)
                .OrderBy(kind => kind.Group, StringComparer.Ordinal)
                .ThenBy(kind => kind.Resource, StringComparer.Ordinal),
        ];
        return new(
            [.. kinds.Where(kind => Reason(kind, alsoKinds) is null)],
            [
                .. kinds.Where(kind => Reason(kind, alsoKinds) is not null).Select(kind => LeftOut(kind, Reason(kind, alsoKinds)!)),
                .. versions.Where(version => version.Why is not null && IsLeftOut(version, alsoKinds)).Select(LeftOut),
            ],
            [.. versions.Where(version => version.Why is not null && !IsLeftOut(version, alsoKinds)).Select(Unknown)]);
    }

    /// <summary>Nothing of the group is wanted.</summary>
    public static bool IsLeftOut(GroupVersion version, ImmutableArray<KindName> alsoKinds) =>
        LeftOutKinds.ReasonForAll(version.Group) is not null && !alsoKinds.Any(wish => wish.Group == version.Group);

    /// <summary>"The preferred version of the group" where it has the kind, else the first that has it, as kubectl chooses
    /// (<see href="https://pkg.go.dev/k8s.io/client-go/discovery#ServerPreferredResources">client-go</see>).</summary>
    private static ServedKind Preferred(IEnumerable<(GroupVersion In, ServedResource Resource)> served)
    {
        (GroupVersion In, ServedResource Resource)[] all = [.. served];
        (GroupVersion version, ServedResource resource) = all[0];
        return new(
            version.Group, version.Version, resource.Kind, resource.Resource, resource.IsNamespaced, [.. all.Select(one => one.In.Version)]);
    }

    /// <summary>Why a kind is left out; null when it is read.</summary>
    private static string? Reason(ServedKind kind, ImmutableArray<KindName> alsoKinds) =>
        alsoKinds.Any(wish => wish.Is(kind.Group, kind.Resource, kind.Kind)) ? null : LeftOutKinds.Reason(kind.Group, kind.Resource);

    private static UnreadKind LeftOut(ServedKind kind, string why) => new(kind.Group, kind.Version, kind.Resource, kind.Kind, why);

    private static UnreadKind LeftOut(GroupVersion version) =>
        new(version.Group, version.Version, "*", "", LeftOutKinds.ReasonForAll(version.Group)!);

    private static UnreadKind Unknown(GroupVersion version) => new(version.Group, version.Version, "*", "", version.Why!);
}
