using System.Text.RegularExpressions;

namespace PolicyGate.Clusters;

/// <summary>What people call a kind, whatever its version.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Name">The kind (<c>EndpointSlice</c>), its plural (<c>endpointslices</c>), or <c>*</c> for all of the group.</param>
public sealed partial record KindName(string Group, string Name)
{
    /// <summary>
    /// As kubectl says it, <c>endpoints</c> and <c>endpointslices.discovery.k8s.io</c>, or as
    /// <c>discovery.k8s.io/EndpointSlice</c>; null when it is neither.
    /// </summary>
    public static KindName? Parse(string text) => Written().Match(text) is { Success: true } match
        ? new(match.Groups["group"].Value, match.Groups["name"].Value)
        : null;

    /// <summary>It means this kind, or may: a group that could not be asked may have it.</summary>
    public bool Is(string group, string resource, string kind) =>
        Group == group && (Name is "*" || resource is "*" || Name == resource || Name == kind);

    /// <summary>As kubectl says it.</summary>
    public override string ToString() => Group.Length == 0 ? Name : $"{Name}.{Group}";

    [GeneratedRegex(@"^(?:(?<name>\*|[A-Za-z][A-Za-z0-9]*)(?:\.(?<group>[a-z0-9][-a-z0-9.]*))?|(?<group>[a-z0-9][-a-z0-9.]*)/(?<name>\*|[A-Za-z][A-Za-z0-9]*))\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
