namespace PolicyGate.Clusters.Snapshots;

/// <summary>
/// Objects of one kind until all of them have come: in memory while they are few, else in a file that only this user may read
/// and that is gone afterwards.
/// </summary>
internal sealed class Spool : IDisposable
{
    private const int InMemory = 256 * 1024;

    private Stream _stream = new MemoryStream();

    /// <summary>Adds bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        if (_stream is MemoryStream && _stream.Length + bytes.Length > InMemory)
        {
            using Stream before = _stream;
            _stream = OnDisk();
            CopyTo(before, _stream);
        }

        _stream.Write(bytes);
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _stream.SetLength(0);

    public void CopyTo(Stream output) => CopyTo(_stream, output);

    public void Dispose() => _stream.Dispose();

    private static void CopyTo(Stream from, Stream to)
    {
        from.Position = 0;
        from.CopyTo(to);
    }

    /// <summary>One that nobody finds after this program, even if it is killed.</summary>
    private static FileStream OnDisk()
    {
        string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        if (OperatingSystem.IsWindows())
        {
            return new(path, SnapshotFile.ForThisUser(FileMode.CreateNew, FileOptions.DeleteOnClose));
        }

        FileStream file = new(path, SnapshotFile.ForThisUser(FileMode.CreateNew, FileOptions.None));
        File.Delete(path);
        return file;
    }
}
