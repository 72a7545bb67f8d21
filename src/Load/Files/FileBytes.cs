using System.Buffers;
using Microsoft.Win32.SafeHandles;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Files;

/// <summary>
/// The content of one file, in memory that is used again: large arrays, let go of by the hundred, would each time have
/// the whole tree collected. Reads files that may be anything: links out of the repository, devices, gone, without
/// permission.
/// </summary>
internal sealed class FileBytes : IDisposable
{
    private readonly byte[] rented;
    private readonly int length;

    private FileBytes(byte[] rented, int length)
    {
        this.rented = rented;
        this.length = length;
    }

    /// <summary>Valid until this is disposed of.</summary>
    public ReadOnlySpan<byte> Content => rented.AsSpan(0, length);

    public void Dispose() => ArrayPool<byte>.Shared.Return(rented);

    /// <summary>
    /// The bytes of a file, or the problem that there are none to be had. What has no length is not opened: it is
    /// empty, or a pipe or a device, on which reading would wait for ever.
    /// </summary>
    public static FileBytes? Read(string root, FoundFile found, LoadLimits limits, out LoadProblem? problem)
    {
        try
        {
            FileInfo file = new(found.Absolute);
            problem = WhyNotOpened(root, found, file, limits, out int length);
            return problem is not null ? null : length == 0 ? new([], 0) : ReadAll(found.Absolute, length);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = UnreadableProblem.Of(found.File, $"The file cannot be read: {Reason(failure, found)}");
            return null;
        }
    }

    private static FileBytes ReadAll(string path, int length)
    {
        using SafeFileHandle handle = File.OpenHandle(path);
        byte[] rented = ArrayPool<byte>.Shared.Rent(length);
        int read = 0;
        int count;
        do
        {
            count = RandomAccess.Read(handle, rented.AsSpan(read, length - read), read);
            read += count;
        }
        while (count > 0 && read < length);

        return new(rented, read);
    }

    private static LoadProblem? WhyNotOpened(
        string root, FoundFile found, FileInfo file, LoadLimits limits, out int length)
    {
        length = 0;
        if (!file.Exists)
        {
            return UnreadableProblem.Of(found.File, "There is no such file.");
        }

        bool isLink = (file.Attributes & FileAttributes.ReparsePoint) != 0;
        if (isLink && !Links.StayIn(root, found.Absolute))
        {
            return UnreadableProblem.Of(found.File, "The file is a link that leads out of the repository, or nowhere.");
        }

        long size = isLink ? LengthBehind(file) : file.Length;
        if (size > limits.FileBytes)
        {
            return LimitProblem.At(
                Model.Nodes.Span.Start, $"The file is larger than {limits.FileBytes / 1024 / 1024} MiB.").At(found.File, "");
        }

        length = (int)size;
        return null;
    }

    private static long LengthBehind(FileInfo link) =>
        link.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : link.Length;

    /// <summary>The system's message without this machine's path, which would differ between machines.</summary>
    private static string Reason(Exception failure, FoundFile found) =>
        failure.Message.Replace(found.Absolute, found.File, StringComparison.Ordinal);
}
