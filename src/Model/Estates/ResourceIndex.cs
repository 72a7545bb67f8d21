using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Estates;

/// <summary>Finds objects by a text of theirs in constant time, in the order in which they were collected.</summary>
internal sealed class ResourceIndex
{
    private readonly Dictionary<string, Resource[]> resources;

    public ResourceIndex(IEnumerable<Resource> all, Func<Resource, string> key)
    {
        resources = all
            .GroupBy(key, StringComparer.Ordinal)
            .ToDictionary(same => same.Key, same => same.ToArray(), StringComparer.Ordinal);
    }

    public IEnumerable<string> Keys => resources.Keys;

    public ImmutableArray<Resource> this[string key] =>
        resources.TryGetValue(key, out Resource[]? same) ? ImmutableCollectionsMarshal.AsImmutableArray(same) : [];

    /// <summary>The first of them, or null.</summary>
    public Resource? First(string key) => resources.TryGetValue(key, out Resource[]? same) ? same[0] : null;
}
