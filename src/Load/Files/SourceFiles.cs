using PolicyGate.Model;

namespace PolicyGate.Load.Files;

/// <summary>The files read so far, each once.</summary>
internal sealed class SourceFiles(LoadOptions options)
{
    /// <summary>So many files take as long to read as a thread takes to get going.</summary>
    public const int FilesOfThread = 32;

    private readonly Lock turn = new();
    private readonly Dictionary<string, SourceFile> files = new(StringComparer.Ordinal);
    private readonly PathRules rules = new(options.Root, options.Exclude);
    private int known;
    private int done;

    /// <summary>All of them, in ordinal order of their names.</summary>
    public SourceFile[] All
    {
        get
        {
            SourceFile[] all = [.. files.Values];
            Array.Sort(all, (left, right) => string.CompareOrdinal(left.File, right.File));
            return all;
        }
    }

    public SourceFile this[string file] => files[file];

    /// <summary>Reads what was not read yet, on all cores.</summary>
    public void Read(IReadOnlyCollection<FoundFile> found)
    {
        FoundFile[] unread = [.. found.Where(file => !IsRead(file))];
        Interlocked.Add(ref known, unread.Length);
        GarbagePause.BeginFor(unread.Length);
        Workers.ForEach(unread.Length, index => ReadOne(unread[index]), FilesOfThread);
    }

    /// <summary>A file that was set aside by its name is read after all when somebody names it.</summary>
    private bool IsRead(FoundFile found) =>
        files.TryGetValue(found.File, out SourceFile? file)
        && !(found.IsNamed && file.Unread != SetAsideReason.None);

    private void ReadOne(FoundFile found)
    {
        SourceFile file = SourceFile.Read(options.Root, found, rules, options.Limits);
        lock (turn)
        {
            files[found.File] = file;
        }

        options.Progress?.Invoke(Interlocked.Increment(ref done), Volatile.Read(ref known));
    }
}
