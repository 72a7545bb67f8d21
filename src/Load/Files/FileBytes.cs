using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Files;

/// <summary>Reads files that may be anything: links out of the repository, devices, gone, without permission.</summary>
internal static class FileBytes
{
    /// <summary>
    /// The bytes of a file, or the problem that there are none to be had. What has no length is not opened: it is
    /// empty, or a pipe or a device, on which reading would wait for ever.
    /// </summary>
    public static byte[]? Read(string root, FoundFile found, LoadLimits limits, out LoadProblem? problem)
    {
        try
        {
            FileInfo file = new(found.Absolute);
            problem = WhyNotOpened(root, found, file, limits);
            return problem is not null ? null : LengthOf(file) == 0 ? [] : File.ReadAllBytes(found.Absolute);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            problem = UnreadableProblem.Of(found.File, $"The file cannot be read: {Reason(failure, found)}");
            return null;
        }
    }

    private static LoadProblem? WhyNotOpened(string root, FoundFile found, FileInfo file, LoadLimits limits)
    {
        if (!file.Exists)
        {
            return UnreadableProblem.Of(found.File, "There is no such file.");
        }

        if (file.Attributes.HasFlag(FileAttributes.ReparsePoint) && !Links.StayIn(root, found.Absolute))
        {
            return UnreadableProblem.Of(found.File, "The file is a link that leads out of the repository, or nowhere.");
        }

        return LengthOf(file) > limits.FileBytes
            ? LimitProblem.At(Model.Nodes.Span.Start, $"The file is larger than {limits.FileBytes / 1024 / 1024} MiB.")
                .At(found.File, "")
            : null;
    }

    private static long LengthOf(FileInfo file) =>
        file.ResolveLinkTarget(returnFinalTarget: true) is FileInfo target ? target.Length : file.Length;

    /// <summary>The system's message without this machine's path, which would differ between machines.</summary>
    private static string Reason(Exception failure, FoundFile found) =>
        failure.Message.Replace(found.Absolute, found.File, StringComparison.Ordinal);
}
