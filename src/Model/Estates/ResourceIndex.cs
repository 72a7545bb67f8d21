using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Model.Estates;

/// <summary>Finds objects by a text of theirs in constant time, in the order in which they were collected.</summary>
internal sealed class ResourceIndex
{
    private readonly Dictionary<string, List<Resource>> resources = new(StringComparer.Ordinal);

    public ResourceIndex(IEnumerable<Resource> all, Func<Resource, string> key)
    {
        foreach (Resource resource in all)
        {
            ref List<Resource>? same = ref CollectionsMarshal.GetValueRefOrAddDefault(resources, key(resource), out _);
            (same ??= []).Add(resource);
        }
    }

    public IEnumerable<string> Keys => resources.Keys;

    public ImmutableArray<Resource> this[string key] => resources.TryGetValue(key, out List<Resource>? same) ? [.. same] : [];

    /// <summary>The first of them, or null.</summary>
    public Resource? First(string key) => resources.TryGetValue(key, out List<Resource>? same) ? same[0] : null;
}
