using System.IO.Compression;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Snapshots;

/// <summary>Snapshots on disk, compressed when their name ends in <c>.gz</c>.</summary>
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

    /// <summary>Reads a snapshot, compressed or not.</summary>
    /// <param name="path">Of this machine; how problems name it.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="keep">Which objects are wanted; null for all.</param>
    public static SnapshotReading Read(string path, SnapshotLimits limits, Func<LiveObject, bool>? keep = null)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return SnapshotReader.Read(path, file, limits, keep);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return new(null, new(path, "", "it cannot be read: check that it is there, and its permissions"));
        }
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
