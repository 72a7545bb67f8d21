using System.Buffers.Binary;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Cache;

/// <summary>
/// Compiled policies on disk, named by a hash of all that went into them. An entry carries a code that only the holder
/// of the key can make, so that one that was damaged, written by somebody else or put in the place of another is as
/// good as none.
/// </summary>
/// <param name="directory">Where entries are kept.</param>
/// <param name="key">Known to this user only; see <see cref="CacheKey"/>.</param>
/// <param name="makers">The assemblies that give sources their meaning: lists, checks, meter, compiler, authoring API.</param>
public sealed class CompiledPolicyCache(string directory, byte[] key, IReadOnlyCollection<Assembly> makers)
{
    internal const string Extension = ".policies";

    /// <summary>The extension of entries that are being written.</summary>
    internal const string Unfinished = ".unfinished";

    private const int CodeLength = HMACSHA256.HashSizeInBytes;

    /// <summary>Larger files are none of ours.</summary>
    private const int LongestEntry = 64 * 1024 * 1024;

    /// <summary>These policies; none when the cache does not hold an entry that is genuine.</summary>
    public ReadyPolicies Read(IEnumerable<PolicySource> sources)
    {
        byte[] name = NameOf(sources);
        try
        {
            FileInfo file = new(PathOf(name));
            if (!file.Exists || file.Length is <= CodeLength + sizeof(int) or > LongestEntry)
            {
                return ReadyPolicies.None;
            }

            byte[] content = File.ReadAllBytes(file.FullName);
            byte[] kept = content[CodeLength..];
            if (!CryptographicOperations.FixedTimeEquals(CodeOf(name, kept), content.AsSpan(0, CodeLength)))
            {
                return ReadyPolicies.None;
            }

            NoteUse(file);
            int end = sizeof(int) + BinaryPrimitives.ReadInt32LittleEndian(kept);
            return new(kept[sizeof(int)..end], kept[end..]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return ReadyPolicies.None;
        }
    }

    /// <summary>Keeps policies whose assembly was checked. A cache that cannot be written to costs time, never the verdict.</summary>
    public void Write(IEnumerable<PolicySource> sources, ReadyPolicies ready)
    {
        byte[] name = NameOf(sources);
        byte[] length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, ready.Image.Length);
        byte[] kept = [.. length, .. ready.Image, .. ready.Roster];
        try
        {
            Directory.CreateDirectory(directory);
            string unfinished = Path.Combine(directory, $"{RandomNumberGenerator.GetHexString(2 * SHA256.HashSizeInBytes, lowercase: true)}{Unfinished}");
            File.WriteAllBytes(unfinished, [.. CodeOf(name, kept), .. kept]);
            File.Move(unfinished, PathOf(name), overwrite: true);
            CacheRoom.Make(directory, PathOf(name), DateTime.UtcNow);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A read-only home is common in CI; the next run compiles again, and nothing else changes.
        }
    }

    /// <summary>So that what is in use stays when room is made; once a day is often enough.</summary>
    private static void NoteUse(FileInfo file)
    {
        try
        {
            if (DateTime.UtcNow - file.LastWriteTimeUtc > TimeSpan.FromDays(1))
            {
                file.LastWriteTimeUtc = DateTime.UtcNow;
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A cache that may only be read is made room in by nobody.
        }
    }

    private string PathOf(byte[] name) => Path.Combine(directory, Hex(name) + Extension);

    /// <summary>What the runtime has for that is compiled at each start, for the processor it runs on.</summary>
    private static string Hex(byte[] bytes)
    {
        const string Digits = "0123456789abcdef";
        StringBuilder text = new(2 * bytes.Length);
        foreach (byte one in bytes)
        {
            text.Append(Digits[one >> 4]).Append(Digits[one & 0xF]);
        }

        return text.ToString();
    }

    private byte[] CodeOf(byte[] name, byte[] kept) => HMACSHA256.HashData(key, (byte[])[.. name, .. kept]);

    private byte[] NameOf(IEnumerable<PolicySource> sources)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Append(hash, Environment.Version.ToString());
        foreach (Assembly maker in makers)
        {
            hash.AppendData(maker.ManifestModule.ModuleVersionId.ToByteArray());
        }

        foreach (PolicySource source in sources.OrderBy(source => source.Id, StringComparer.Ordinal))
        {
            Append(hash, source.Id);
            Append(hash, source.Text);
        }

        return hash.GetHashAndReset();
    }

    /// <summary>With its length, so that no two lists of texts hash alike.</summary>
    private static void Append(IncrementalHash hash, string text)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        hash.AppendData(BitConverter.GetBytes(bytes.Length));
        hash.AppendData(bytes);
    }
}
