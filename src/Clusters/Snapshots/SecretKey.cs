using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>
/// The key by which values of Secrets are told apart. Who has the key and a guess can check the guess, so that the key never
/// stands in a snapshot. Not printed.
/// </summary>
public sealed class SecretKey
{
    /// <summary>What every hash begins with.</summary>
    public const string Prefix = "hmac-sha256:";

    private const int LeastBytes = 32;
    private const int MostBytes = 4096;

    private readonly byte[] _key;

    private SecretKey(byte[] key, bool isGiven) => (_key, IsGiven) = (key, isGiven);

    /// <summary>It comes from a file, so that others may have the same.</summary>
    public bool IsGiven { get; }

    /// <summary>The same for the same key; 16 hexadecimal digits that say nothing about it.</summary>
    public string Check => Convert.ToHexStringLower(HMACSHA256.HashData(_key, "policygate: which key is this"u8))[..16];

    public static SecretKey Generate() => new(RandomNumberGenerator.GetBytes(LeastBytes), isGiven: false);

    /// <summary>All bytes of a file. Null when they are too few or too many to be a key.</summary>
    /// <exception cref="IOException">The file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static SecretKey? FromFile(string path) =>
        new FileInfo(path).Length is >= LeastBytes and <= MostBytes ? new(File.ReadAllBytes(path), isGiven: true) : null;

    /// <summary>
    /// What stands in a snapshot for a value. It differs between places, so that nobody sees that two Secrets hold the same.
    /// </summary>
    /// <param name="ns">The Secret's namespace.</param>
    /// <param name="name">The Secret's name.</param>
    /// <param name="field">Where in it: <c>data.password</c>, <c>metadata.annotations.NAME</c>.</param>
    /// <param name="value">Decoded where it stood in base64.</param>
    public string Hash(string ns, string name, string field, ReadOnlySpan<byte> value)
    {
        using IncrementalHash hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, _key);
        Append(hash, Encoding.UTF8.GetBytes(ns));
        Append(hash, Encoding.UTF8.GetBytes(name));
        Append(hash, Encoding.UTF8.GetBytes(field));
        Append(hash, value);
        return Prefix + Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    public override string ToString() => "***";

    /// <summary>With its length, so that no two places share a text.</summary>
    private static void Append(IncrementalHash hash, ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }
}
