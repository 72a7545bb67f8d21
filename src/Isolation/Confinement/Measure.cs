using System.Collections.Immutable;

namespace PolicyGate.Isolation.Confinement;

/// <summary>One thing that an operating system can do to hold the worker, where policies of strangers run.</summary>
/// <param name="Name">As reports and messages show it, such as <c>no-network</c>.</param>
/// <param name="Sentence">What it does, for people.</param>
public sealed record Measure(string Name, string Sentence)
{
    public static readonly Measure NoNetwork =
        new("no-network", "The worker cannot open, connect or accept sockets, local ones included.");

    public static readonly Measure NoNewPrivileges =
        new("no-new-privileges", "Nothing the worker starts can have more rights than the worker.");

    public static readonly Measure NoNewProcesses =
        new("no-new-processes", "The worker cannot start programs or copies of itself.");

    public static readonly Measure NoOtherProcesses =
        new("no-other-processes", "The worker cannot signal, trace or read other processes.");

    public static readonly Measure NoFileWrites =
        new("no-file-writes", "The worker cannot create, change, rename or delete files.");

    public static readonly Measure NoFileReads =
        new("no-file-reads", "The worker cannot open files or list folders once policies run.");

    public static readonly Measure ProcessorLimit =
        new("cpu-limit", "The system ends the worker when it has used its processor time.");

    public static readonly Measure MemoryLimit =
        new("memory-limit", "The system refuses the worker more memory than its limit.");

    public static readonly Measure FileSizeLimit =
        new("file-size-limit", "The system refuses the worker any growth of a file.");

    public static readonly Measure NoCoreDump =
        new("no-core-dump", "A crash of the worker leaves no copy of its memory.");

    public static readonly Measure OwnProcessGroup =
        new("own-process-group", "The worker can be ended together with all it has started.");

    public static readonly Measure NoInheritedHandles =
        new("no-inherited-handles", "The worker has no open files or connections of its parent but the pipes to it.");

    public static readonly Measure ClearedEnvironment =
        new("cleared-environment", "The worker has no environment variables of its parent.");

    public static readonly Measure EmptyWorkingDirectory =
        new("empty-working-directory", "The worker starts in a new, empty folder.");

    /// <summary>All that there are, in the order in which reports show them.</summary>
    public static ImmutableArray<Measure> All { get; } =
    [
        NoNetwork, NoNewPrivileges, NoNewProcesses, NoOtherProcesses, NoFileWrites, NoFileReads,
        ProcessorLimit, MemoryLimit, FileSizeLimit, NoCoreDump,
        OwnProcessGroup, NoInheritedHandles, ClearedEnvironment, EmptyWorkingDirectory,
    ];

    /// <summary>The measure of this name, or null when there is none.</summary>
    public static Measure? Named(string name) => All.FirstOrDefault(measure => measure.Name == name);
}
