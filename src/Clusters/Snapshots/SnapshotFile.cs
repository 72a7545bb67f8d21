using System.IO.Compression;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Snapshots on disk, compressed when their name ends in <c>.gz</c>; <c>Load</c> reads them.</summary>
public static class SnapshotFile
{
    /// <summary>
    /// Empty at once, so that an old snapshot is not taken for the one that could not be written. Only this user may read it:
    /// it says all about a cluster.
    /// </summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static Stream Create(string path)
    {
        FileStream file = new(path, ForThisUser(FileMode.Create, FileOptions.None));
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionLevel.Fastest) : file;
    }

    internal static FileStreamOptions ForThisUser(FileMode mode, FileOptions options)
    {
        FileStreamOptions all = new() { Mode = mode, Access = FileAccess.ReadWrite, Options = options };
        if (!OperatingSystem.IsWindows())
        {
            all.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return all;
    }
}
