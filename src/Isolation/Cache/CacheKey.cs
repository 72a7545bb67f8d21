using System.Security.Cryptography;
using System.Text;

namespace PolicyGate.Isolation.Cache;

/// <summary>
/// The key that vouches for cached policies. It stays out of the cache's directory, which may be copied between
/// machines and restored by jobs that nobody trusts.
/// </summary>
public static class CacheKey
{
    /// <summary>A key of the user's own making, for caches that several machines share.</summary>
    public const string Variable = "POLICYGATE_CACHE_KEY";

    private const int Length = 32;

    /// <summary>The key given in the environment, else that of the user, made at the first call; null without a place to keep one.</summary>
    /// <param name="directory">Where the user's key is kept.</param>
    public static byte[]? Find(string directory)
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } given)
        {
            return SHA256.HashData(Encoding.UTF8.GetBytes(given));
        }

        string file = Path.Combine(directory, "cache.key");
        try
        {
            return TryRead(file) ?? Make(file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return TryRead(file);
        }
    }

    private static byte[]? TryRead(string file) =>
        File.Exists(file) && File.ReadAllBytes(file) is { Length: Length } key ? key : null;

    private static byte[] Make(string file)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        byte[] key = RandomNumberGenerator.GetBytes(Length);
        FileStreamOptions options = new() { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using FileStream stream = new(file, options);
        stream.Write(key);
        return key;
    }
}
