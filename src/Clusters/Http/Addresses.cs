namespace PolicyGate.Clusters.Http;

/// <summary>Where things are below the server's address
/// (<see href="https://kubernetes.io/docs/reference/using-api/api-concepts/#resource-uris">docs</see>).</summary>
internal static class Addresses
{
    public static string List(ServedKind kind, string? ns)
    {
        string api = kind.Group.Length == 0 ? $"api/{Segment(kind.Version)}" : $"apis/{Segment(kind.Group)}/{Segment(kind.Version)}";
        return ns is null ? $"{api}/{Segment(kind.Resource)}" : $"{api}/namespaces/{Segment(ns)}/{Segment(kind.Resource)}";
    }

    public static string Object(ServedKind kind, string? ns, string name) => $"{List(kind, ns)}/{Segment(name)}";

    /// <summary>"The name may not be '.' or '..' and may not contain '/' or '%'"
    /// (<see href="https://kubernetes.io/docs/concepts/overview/working-with-objects/names/#path-segment-names">docs</see>):
    /// escaped or not, a slash leads elsewhere.</summary>
    public static bool IsName(string name) => name is not ("" or "." or "..") && name.AsSpan().IndexOfAny('/', '%') < 0;

    private static string Segment(string name) => IsName(name)
        ? Uri.EscapeDataString(name)
        : throw new ArgumentException($"'{name}' cannot stand in an address", nameof(name));
}
