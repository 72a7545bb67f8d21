using System.Security.Cryptography;
using System.Text;

namespace PolicyGate.Evaluate.Compile;

/// <summary>The class that a policy becomes; apart from the compiler's classes, which a warm run must not load.</summary>
internal static class CompiledName
{
    public const string Namespace = "PolicyGate.Compiled";

    /// <summary>The constant of the class that says which text it was made of.</summary>
    public const string DigestField = "SourceDigest";

    /// <summary>A digest of the text that a class is made of.</summary>
    public static string DigestOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>The class's name without its namespace. Ids may hold what class names may not.</summary>
    public static string Of(string policyId) =>
        $"P{Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(policyId)).AsSpan(0, 12))}";
}
