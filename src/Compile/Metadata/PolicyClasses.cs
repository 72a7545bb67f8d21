using System.Security.Cryptography;
using System.Text;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// To which policy a type at the top of the module belongs: its own class, and the types that are local to its file. The
/// compiler puts the SHA-256 of the file's path into the names of those, as in <c>&lt;name&gt;F0123…__Type</c>.
/// </summary>
internal sealed class PolicyClasses
{
    private const string Local = ">F";
    private readonly HashSet<string> classes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> classesByFile = new(StringComparer.Ordinal);

    /// <param name="policies">All that were compiled, with the paths that the compiler was given.</param>
    public PolicyClasses(IEnumerable<PolicySource> policies)
    {
        foreach (PolicySource policy in policies)
        {
            string name = CompiledName.Of(policy.Id);
            classes.Add(name);
            classesByFile[Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(policy.File)))] = name;
        }
    }

    /// <summary>The policy's class; null when the type belongs to none.</summary>
    /// <param name="fullName">Of a type at the top of the module.</param>
    public string? OwnerOf(string fullName) => fullName.LastIndexOf('.') is >= 0 and int dot
        ? OwnerOf(fullName[..dot], fullName[(dot + 1)..])
        : null;

    /// <summary>The policy's class; null when the type belongs to none.</summary>
    public string? OwnerOf(string ns, string name)
    {
        if (ns != CompiledName.Namespace)
        {
            return null;
        }

        return classes.Contains(name) ? name : OwnerOfLocal(name);
    }

    private string? OwnerOfLocal(string name)
    {
        int hash = name.IndexOf(Local, StringComparison.Ordinal) + Local.Length;
        int end = hash + 2 * SHA256.HashSizeInBytes;
        return name.StartsWith('<') && hash > Local.Length && name.Length > end && name.AsSpan(end).StartsWith("__")
            ? classesByFile.GetValueOrDefault(name[hash..end])
            : null;
    }
}
