using System.Diagnostics;
using System.IO.Pipes;
using PolicyGate.Isolation.Confinement;

namespace PolicyGate.Isolation.Tests.Confinement;

/// <summary>What a worker finds when it starts, and how it is ended.</summary>
public sealed class SurroundingsTests
{
    private static readonly ConfinementLimits Limits = new(TimeSpan.FromSeconds(2), 500L << 20);

    [Fact]
    public void The_environment_holds_nothing_of_the_parent()
    {
        string[] names = ProbeRun.Of("free", "environment").Result!.Split(' ');
        names.ShouldNotContain("PATH");
        names.ShouldNotContain("HOME");
        names.Except(WorkerSurroundings.Environment(Limits).Keys)
            .ShouldBeEmpty("names that the system adds by itself are to be looked at");
    }

    [Fact]
    public void The_folder_is_empty_and_goes_with_the_worker()
    {
        string[] result = ProbeRun.Of("free", "folder").Result!.Split(' ', 2);
        result[0].ShouldBe("0");
        Directory.Exists(result[1]).ShouldBeFalse();
    }

    [LinuxFact]
    public void Descriptors_are_inherited_only_when_named()
    {
        using AnonymousPipeServerStream named = new(PipeDirection.Out, HandleInheritability.Inheritable);
        using AnonymousPipeServerStream forgotten = new(PipeDirection.Out, HandleInheritability.Inheritable);
        string without = ProbeRun.Of("free", "descriptors").Result!;
        InheritedHandles.CloseExcept(named.ClientSafePipeHandle).Applied.ShouldBe([Measure.NoInheritedHandles]);
        string[] with = ProbeRun.Of("free", "descriptors").Result!.Split(' ');
        with.ShouldContain(named.GetClientHandleAsString());
        without.Split(' ').ShouldContain(forgotten.GetClientHandleAsString());
        with.ShouldNotContain(forgotten.GetClientHandleAsString());
    }

    [LinuxFact]
    public void A_group_is_ended_with_its_leader()
    {
        using WorkerSurroundings surroundings = WorkerSurroundings.Create();
        using Process process = ProbeRun.Start(surroundings, "sealed", "sleep");
        using ProcessGroup group = ProcessGroup.Of(process, Limits);
        process.StandardOutput.ReadLine().ShouldNotBeNull().ShouldStartWith("applied");
        group.Kill();
        process.WaitForExit(TimeSpan.FromSeconds(10)).ShouldBeTrue();
        process.ExitCode.ShouldBe(128 + 9, "the number of SIGKILL");
        group.Kill();
    }

    /// <summary>A worker that has only just started leads no group yet.</summary>
    [Fact]
    public void A_worker_is_ended_however_far_it_has_come()
    {
        using WorkerSurroundings surroundings = WorkerSurroundings.Create();
        using Process process = ProbeRun.Start(surroundings, "free", "sleep");
        ProcessGroup.Of(process, Limits).Dispose();
        process.WaitForExit(TimeSpan.FromSeconds(10)).ShouldBeTrue();
        process.ExitCode.ShouldNotBe(0);
    }
}
