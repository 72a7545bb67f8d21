using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// The pieces of root that a container gets or gives up. Runtimes read the names in any case, and some take them with
/// <c>CAP_</c> in front: https://kubernetes.io/docs/tasks/configure-pod-container/security-context/#set-capabilities-for-a-container,
/// https://github.com/cri-o/cri-o/blob/main/internal/lib/sandbox/sandbox.go.
/// </summary>
public sealed class Capabilities
{
    private const string Everything = "ALL";
    private const string Prefix = "CAP_";

    internal Capabilities(Node node)
    {
        Node = node;
    }

    /// <summary>The field <c>capabilities</c>, written or not.</summary>
    public Node Node { get; }

    /// <summary>The items that it adds.</summary>
    public IEnumerable<Node> Added => Node["add"].Items;

    /// <summary>The items that it drops and that name something.</summary>
    public IEnumerable<Node> Dropped => Node["drop"].Items.Where(item => item.Text.Length > 0);

    /// <summary>The item that adds that capability, by its own name or with all others; null when none does.</summary>
    public Node? Adding(string capability) => Added.FirstOrDefault(item => Means(item, capability));

    /// <summary>The item that drops that capability, by its own name or with all others; null when none does.</summary>
    public Node? Dropping(string capability) => Dropped.FirstOrDefault(item => Means(item, capability));

    /// <summary>The name as the kernel has it, without <c>CAP_</c>: <c>NET_RAW</c>.</summary>
    public static string NameOf(Node item)
    {
        string name = item.Text.ToUpperInvariant();
        return name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..] : name;
    }

    private static bool Means(Node item, string capability) => NameOf(item) is var name && (name == capability || name == Everything);
}
