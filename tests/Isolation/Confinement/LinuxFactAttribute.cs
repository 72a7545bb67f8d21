using System.Runtime.InteropServices;

namespace PolicyGate.Isolation.Tests.Confinement;

/// <summary>A test of what Linux holds; skipped, and said so, where that cannot be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public override string? Skip => MissingHold.Reason;
}

/// <inheritdoc cref="LinuxFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxTheoryAttribute : TheoryAttribute
{
    public override string? Skip => MissingHold.Reason;
}

/// <summary>Says why a worker is not held here.</summary>
internal static class MissingHold
{
    private static readonly Lazy<string?> Found = new(Find);

    /// <summary>Null when it is.</summary>
    public static string? Reason => Found.Value;

    private static string? Find()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "only Linux has these measures";
        }

        if (RuntimeInformation.ProcessArchitecture is not (Architecture.X64 or Architecture.Arm64))
        {
            return "the system calls of this processor are not known";
        }

        ProbeRun run = ProbeRun.Of("sealed", "nothing");
        return run.Missing.IsEmpty ? null : string.Join("; ", run.Missing);
    }
}
