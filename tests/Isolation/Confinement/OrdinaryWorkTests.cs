using PolicyGate.Isolation.Confinement;

namespace PolicyGate.Isolation.Tests.Confinement;

/// <summary>A worker that is held still does its work, and ends as any program does.</summary>
public sealed class OrdinaryWorkTests
{
    [LinuxTheory]
    [InlineData("exceptions")]
    [InlineData("regular-expressions")]
    [InlineData("queries")]
    [InlineData("formatting")]
    [InlineData("parsing")]
    [InlineData("grow")]
    [InlineData("threads")]
    [InlineData("generics")]
    [InlineData("standard-error")]
    public void Work_gives_the_same_as_in_a_process_that_is_not_held(string attempt)
    {
        ProbeRun free = ProbeRun.Of("free", attempt);
        ProbeRun held = ProbeRun.Of("sealed", attempt);
        held.Result.ShouldNotBeNull(held.Error).ShouldBe(free.Result);
        held.Result.ShouldNotStartWith("refused");
        held.Error.ShouldBe(free.Error);
        held.ExitCode.ShouldBe(0);
    }

    [LinuxFact]
    public void Assemblies_can_be_loaded_from_memory() =>
        ProbeRun.Of("sealed", "load-assembly", typeof(Measure).Assembly.Location).Result.ShouldBe("loaded");

    [LinuxTheory]
    [InlineData("overflow-stack", "Stack overflow.")]
    [InlineData("overflow-stack-of-thread", "Stack overflow.")]
    [InlineData("unhandled", "nobody handles this")]
    [InlineData("fail-fast", "on purpose")]
    public void A_crash_says_why_and_ends_the_process(string attempt, string words)
    {
        ProbeRun run = ProbeRun.Of("sealed", attempt);
        run.ExitCode.ShouldBe(128 + 6, "the number of SIGABRT");
        run.Error.ShouldContain(words);
        run.Result.ShouldBeNull();
    }

    [LinuxFact]
    public void An_exit_code_is_kept() => ProbeRun.Of("sealed", "exit").ExitCode.ShouldBe(7);
}
