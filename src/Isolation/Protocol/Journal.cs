using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;
using System.Text;

namespace PolicyGate.Isolation.Protocol;

/// <summary>What a worker is at.</summary>
public enum WorkerStep
{
    Starting,
    Compiling,
    Reading,
    Preparing,
    Judging,
    Waiting,
}

/// <summary>One announcement.</summary>
/// <param name="Number">Grows with each.</param>
/// <param name="Step">What is being done.</param>
/// <param name="Policy">By which policy, as its index in the start message; -1 for all or none.</param>
/// <param name="Environment">As a number of <see cref="EstatePlaces"/>.</param>
/// <param name="Resource">As a number of <see cref="EstatePlaces"/>.</param>
/// <param name="Subject">For people; cut when long.</param>
public sealed record Announcement(long Number, WorkerStep Step, int Policy, int Environment, int Resource, string Subject);

/// <summary>
/// Where a worker says what it is about to do, so that a worker that is killed or crashes has told at what. Memory that
/// both processes share through a small file: what was written is there however the process ends, and writing is cheap.
/// </summary>
public sealed class Journal : IDisposable
{
    private const int Length = 256;
    private const int TextOffset = 32;

    private readonly MemoryMappedFile file;
    private readonly MemoryMappedViewAccessor shared;
    private readonly byte[] record = new byte[Length];
    private long number;

    private Journal(MemoryMappedFile file)
    {
        this.file = file;
        shared = file.CreateViewAccessor(0, Length);
    }

    /// <summary>A new journal.</summary>
    /// <param name="path">Of a file that does not exist yet.</param>
    public static Journal Create(string path) =>
        new(MemoryMappedFile.CreateFromFile(path, FileMode.CreateNew, mapName: null, Length));

    /// <summary>The journal that the parent made.</summary>
    public static Journal Open(string path) =>
        new(MemoryMappedFile.CreateFromFile(Shared(path), null, Length, MemoryMappedFileAccess.ReadWrite, HandleInheritability.None, leaveOpen: false));

    public void Announce(WorkerStep step, int policy = -1, int environment = 0, int resource = 0, string subject = "")
    {
        BinaryPrimitives.WriteInt64LittleEndian(record, ++number);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(8), (int)step);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(12), policy);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(16), environment);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(20), resource);
        Encoding.UTF8.TryGetBytes(subject, record.AsSpan(TextOffset), out int written);
        BinaryPrimitives.WriteInt32LittleEndian(record.AsSpan(24), written);
        shared.WriteArray(0, record, 0, Length);
    }

    /// <summary>The latest announcement. What it says is the worker's word: indexes may lead nowhere.</summary>
    public Announcement Read()
    {
        byte[] read = new byte[Length];
        shared.ReadArray(0, read, 0, Length);
        int length = Math.Clamp(BinaryPrimitives.ReadInt32LittleEndian(read.AsSpan(24)), 0, Length - TextOffset);
        return new(
            BinaryPrimitives.ReadInt64LittleEndian(read),
            (WorkerStep)BinaryPrimitives.ReadInt32LittleEndian(read.AsSpan(8)),
            BinaryPrimitives.ReadInt32LittleEndian(read.AsSpan(12)),
            BinaryPrimitives.ReadInt32LittleEndian(read.AsSpan(16)),
            BinaryPrimitives.ReadInt32LittleEndian(read.AsSpan(20)),
            Encoding.UTF8.GetString(read, TextOffset, length));
    }

    public void Dispose()
    {
        shared.Dispose();
        file.Dispose();
    }

    private static FileStream Shared(string path) =>
        new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete);
}
