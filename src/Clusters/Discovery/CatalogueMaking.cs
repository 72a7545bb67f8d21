using System.Collections.Immutable;

namespace PolicyGate.Clusters.Discovery;

/// <summary>Which kinds are read in which version.</summary>
internal static class CatalogueMaking
{
    /// <param name="versions">The versions of each group in the order in which the cluster prefers them.</param>
    public static Catalogue Of(ImmutableArray<GroupVersion> versions)
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
            [.. kinds.Where(kind => LeftOutKinds.Reason(kind.Group, kind.Resource) is null)],
            [.. kinds.Select(LeftOut).OfType<UnreadKind>(), .. versions.Where(IsLeftOutUnseen).Select(LeftOut)],
            [.. versions.Where(version => version.Why is not null && !IsLeftOutUnseen(version)).Select(Unknown)]);
    }

    /// <summary>"The preferred version of the group" where it has the kind, else the first that has it, as kubectl chooses
    /// (<see href="https://pkg.go.dev/k8s.io/client-go/discovery#ServerPreferredResources">client-go</see>).</summary>
    private static ServedKind Preferred(IEnumerable<(GroupVersion In, ServedResource Resource)> served)
    {
        (GroupVersion In, ServedResource Resource)[] all = [.. served];
        (GroupVersion version, ServedResource resource) = all[0];
        return new(
            version.Group, version.Version, resource.Kind, resource.Resource, resource.IsNamespaced, [.. all.Select(one => one.In.Version)]);
    }

    private static bool IsLeftOutUnseen(GroupVersion version) => version.Why is not null && LeftOutKinds.ReasonForAll(version.Group) is not null;

    private static UnreadKind? LeftOut(ServedKind kind) => LeftOutKinds.Reason(kind.Group, kind.Resource) is { } why
        ? new(kind.Group, kind.Version, kind.Resource, kind.Kind, why)
        : null;

    private static UnreadKind LeftOut(GroupVersion version) =>
        new(version.Group, version.Version, "*", "", LeftOutKinds.ReasonForAll(version.Group)!);

    private static UnreadKind Unknown(GroupVersion version) => new(version.Group, version.Version, "*", "", version.Why!);
}
