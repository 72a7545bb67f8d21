using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A file or directory of the node that a pod mounts, as the node's kernel resolves it: <c>//etc/./x/../ssl/</c> is
/// <c>/etc/ssl</c>, and <c>/var/run</c> is <c>/run</c>, as on every node with systemd.
/// https://kubernetes.io/docs/concepts/storage/volumes/#hostpath,
/// https://refspecs.linuxfoundation.org/FHS_3.0/fhs/ch05s13.html
/// </summary>
/// <param name="Place">The field <c>hostPath.path</c>.</param>
/// <param name="Path">Beginning with a slash and not ending in one, but for <c>/</c> itself; a path of Windows as written.</param>
public sealed record HostPath(Node Place, string Path)
{
    internal static HostPath? Of(Node volume) =>
        volume["hostPath"].Exists ? new(volume["hostPath.path"], Resolve(volume["hostPath.path"].Text)) : null;

    /// <summary>It is that directory or file, or lies below it.</summary>
    public bool IsWithin(string directory)
    {
        string resolved = Resolve(directory);
        return Path == resolved || Path.StartsWith(resolved == "/" ? "/" : $"{resolved}/", StringComparison.Ordinal);
    }

    /// <summary>It is that very directory or file.</summary>
    public bool Is(string path) => Path == Resolve(path);

    private static string Resolve(string path)
    {
        if (!path.StartsWith('/'))
        {
            return path;
        }

        Stack<string> names = new();
        foreach (string name in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (name == "..")
            {
                names.TryPop(out _);
            }
            else if (name != ".")
            {
                names.Push(name);
            }
        }

        string[] way = [.. names.Reverse()];
        return way is ["var", "run", .. var rest] ? $"/{string.Join('/', (IEnumerable<string>)["run", .. rest])}" : $"/{string.Join('/', way)}";
    }
}
