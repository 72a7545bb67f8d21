using System.Collections.Immutable;

namespace PolicyGate.Clusters.Discovery;

/// <summary>A kind as one version of its group serves it.</summary>
internal sealed record ServedResource(string Resource, string Kind, bool IsNamespaced, bool IsListable);

/// <summary>One version of a group.</summary>
/// <param name="Group">Empty for the core group.</param>
/// <param name="Version">Such as <c>v1</c>.</param>
/// <param name="Resources">Without subresources.</param>
/// <param name="Why">What it failed at; null when it answered.</param>
internal sealed record GroupVersion(string Group, string Version, ImmutableArray<ServedResource> Resources, string? Why)
{
    /// <summary>Its address below the server's.</summary>
    public string Address => Group.Length == 0 ? $"api/{Uri.EscapeDataString(Version)}" : $"apis/{Uri.EscapeDataString(Group)}/{Uri.EscapeDataString(Version)}";
}
