using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyGate.Clusters;

/// <summary>A kind of object that a cluster can list.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Version">The one in which it is read.</param>
/// <param name="Kind">Such as <c>Deployment</c>.</param>
/// <param name="Resource">Its plural in addresses, such as <c>deployments</c>.</param>
/// <param name="IsNamespaced">Its objects are in namespaces.</param>
/// <param name="Versions">All in which the cluster serves it, the preferred one first.</param>
public sealed record ServedKind(
    string Group, string Version, string Kind, string Resource, bool IsNamespaced, ImmutableArray<string> Versions)
{
    public string ApiVersion => Group.Length == 0 ? Version : $"{Group}/{Version}";

    /// <summary>As <c>kubectl api-resources</c> names it: <c>deployments.apps</c>.</summary>
    public override string ToString() => Group.Length == 0 ? Resource : $"{Resource}.{Group}";
}

/// <summary>A kind, or all of a group version, that is not read.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Version">One of the group's.</param>
/// <param name="Resource">The plural of a kind, or <c>*</c> for all kinds of the group version.</param>
/// <param name="Kind">Empty where <paramref name="Resource"/> is <c>*</c>.</param>
/// <param name="Why">For people.</param>
public sealed record UnreadKind(string Group, string Version, string Resource, string Kind, string Why);

/// <summary>What a cluster says that it serves.</summary>
/// <param name="Kinds">Those to read, each in its preferred version, ordered by group and name.</param>
/// <param name="LeftOut">Those that nobody asked for: what the cluster makes itself, and what is no desired state.</param>
/// <param name="Unknown">Those that the cluster could not tell about.</param>
public sealed record Catalogue(
    ImmutableArray<ServedKind> Kinds, ImmutableArray<UnreadKind> LeftOut, ImmutableArray<UnreadKind> Unknown);

/// <summary>What the server is, in its own words.</summary>
/// <param name="GitVersion">Such as <c>v1.31.2</c>.</param>
/// <param name="Platform">Such as <c>linux/amd64</c>.</param>
public sealed record ServerVersion(string GitVersion, string Platform);

/// <summary>Which part of a list is wanted.</summary>
/// <param name="Limit">At most so many objects.</param>
/// <param name="Continue">Where the page before said to go on; empty for the first.</param>
public sealed record PageWish(int Limit, string Continue);

/// <summary>Part of a list.</summary>
/// <param name="Items">As the server wrote them: those of built-in kinds lack <c>apiVersion</c> and <c>kind</c>.</param>
/// <param name="Continue">Where the next page begins; empty after the last.</param>
public sealed record ObjectPage(ImmutableArray<JsonElement> Items, string Continue);
