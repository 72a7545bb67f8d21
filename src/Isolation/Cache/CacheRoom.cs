namespace PolicyGate.Isolation.Cache;

/// <summary>
/// Keeps the cache's directory small. It deletes nothing but files that bear the names of entries, in that directory
/// itself: whoever may write there decides what is in it, and links could lead anywhere.
/// </summary>
internal static class CacheRoom
{
    private const long MostBytes = 200L * 1024 * 1024;

    /// <summary>Looking at more than this would take longer than compiling.</summary>
    private const int MostFiles = 10_000;

    private static readonly TimeSpan Longest = TimeSpan.FromDays(30);

    private static readonly EnumerationOptions OnlyFiles = new()
    {
        RecurseSubdirectories = false,
        IgnoreInaccessible = true,
        AttributesToSkip = FileAttributes.ReparsePoint | FileAttributes.Directory,
    };

    /// <summary>Deletes entries that nobody has used for long, then those used longest ago until the rest fits.</summary>
    /// <param name="directory">The cache's.</param>
    /// <param name="kept">The file just written, which stays.</param>
    /// <param name="now">When this is, in UTC.</param>
    /// <exception cref="IOException">The directory cannot be read.</exception>
    public static void Make(string directory, string kept, DateTime now)
    {
        FileInfo[] entries =
        [
            .. new DirectoryInfo(directory).EnumerateFiles("*", OnlyFiles)
                .Take(MostFiles)
                .Where(file => IsOwn(file.Name) && file.FullName != kept)
                .OrderByDescending(file => file.LastWriteTimeUtc),
        ];
        long bytes = File.Exists(kept) ? new FileInfo(kept).Length : 0;
        foreach (FileInfo entry in entries)
        {
            bytes += entry.Length;
            if (bytes > MostBytes || now - entry.LastWriteTimeUtc > Longest)
            {
                Delete(entry);
            }
        }
    }

    /// <summary>An entry: the hash that it is named by, in 64 digits, or one that was never finished.</summary>
    private static bool IsOwn(string name) =>
        Path.GetExtension(name) is CompiledPolicyCache.Extension or CompiledPolicyCache.Unfinished
        && Path.GetFileNameWithoutExtension(name) is { Length: 64 } hash
        && hash.All(char.IsAsciiHexDigitLower);

    private static void Delete(FileInfo entry)
    {
        try
        {
            entry.Delete();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Another run uses it, or may delete it where this one may not; the next to store something tries again.
        }
    }
}
