using System.Security.Cryptography;
using System.Text;
using PolicyGate.Authoring;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Compile;

/// <summary>
/// Compiled policies on disk, named by a hash of all that went into them. A damaged entry is compiled anew.
/// </summary>
public sealed class AssemblyCache(string directory)
{
    private const int DigestLength = SHA256.HashSizeInBytes;

    /// <summary>The policies from the cache, or compiled and kept.</summary>
    public CompiledPolicies Compile(IReadOnlyCollection<PolicySource> sources)
    {
        if (Read(sources) is { } image)
        {
            return CompiledPolicies.Nothing with { Image = image };
        }

        CompiledPolicies compiled = PolicyCompiler.Compile(sources);
        if (compiled.Diagnostics.Count == 0)
        {
            Write(sources, compiled.Image);
        }

        return compiled;
    }

    /// <summary>The assembly of these policies, or null when the cache does not hold it whole.</summary>
    private byte[]? Read(IEnumerable<PolicySource> sources)
    {
        FileInfo file = new(PathOf(sources));
        if (!file.Exists || file.Length <= DigestLength)
        {
            return null;
        }

        byte[] content = File.ReadAllBytes(file.FullName);
        byte[] image = content[DigestLength..];
        return SHA256.HashData(image).AsSpan().SequenceEqual(content.AsSpan(0, DigestLength)) ? image : null;
    }

    /// <summary>Keeps an assembly. A cache that cannot be written to costs time, never the verdict.</summary>
    private void Write(IEnumerable<PolicySource> sources, byte[] image)
    {
        try
        {
            Directory.CreateDirectory(directory);
            string unfinished = Path.Combine(directory, Path.GetRandomFileName());
            File.WriteAllBytes(unfinished, [.. SHA256.HashData(image), .. image]);
            File.Move(unfinished, PathOf(sources), overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only home is common in CI; the next run compiles again, and nothing else changes.
        }
    }

    private string PathOf(IEnumerable<PolicySource> sources) => Path.Combine(directory, $"{Key(sources)}.policies");

    /// <summary>The sources and the three assemblies that give them their meaning.</summary>
    private static string Key(IEnumerable<PolicySource> sources)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (Type part in (Type[])[typeof(AssemblyCache), typeof(Policy), typeof(Node)])
        {
            hash.AppendData(part.Module.ModuleVersionId.ToByteArray());
        }

        foreach (PolicySource source in sources.OrderBy(source => source.Id, StringComparer.Ordinal))
        {
            Append(hash, source.Id);
            Append(hash, source.Text);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>With its length, so that no two lists of texts hash alike.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
