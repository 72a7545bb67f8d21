using PolicyGate.Isolation.Confinement;

namespace PolicyGate.Isolation.Tests.Confinement;

/// <summary>What is said about the measures.</summary>
public sealed class ReportTests
{
    [LinuxFact]
    public void A_worker_on_Linux_takes_all_measures_of_its_own()
    {
        ProbeRun run = ProbeRun.Of("sealed", "nothing");
        run.Missing.ShouldBeEmpty();
        run.Applied.ShouldBe(
        [
            "no-network", "no-new-privileges", "no-new-processes", "no-other-processes", "no-file-writes", "no-file-reads",
            "cpu-limit", "memory-limit", "file-size-limit", "no-core-dump", "own-process-group",
        ]);
    }

    [Fact]
    public void What_one_side_has_applied_is_not_missing()
    {
        ConfinementReport parent = new([Measure.MemoryLimit], [new(Measure.NoNetwork, "parent")]);
        ConfinementReport worker = new([Measure.NoNewPrivileges], [new(Measure.MemoryLimit, "worker"), new(Measure.NoNetwork, "worker")]);
        ConfinementReport both = parent.And(worker);
        both.Applied.ShouldBe([Measure.NoNewPrivileges, Measure.MemoryLimit]);
        both.Missing.ShouldBe([new MissingMeasure(Measure.NoNetwork, "parent")]);
    }

    [Fact]
    public void A_measure_that_nobody_speaks_of_is_missing()
    {
        ConfinementReport report = new ConfinementReport([Measure.NoNetwork], []).Complete();
        report.Missing.Select(missing => missing.Measure).ShouldBe(Measure.All.Remove(Measure.NoNetwork));
    }

    [Fact]
    public void Measures_are_found_by_their_names()
    {
        Measure.All.ShouldAllBe(measure => Measure.Named(measure.Name) == measure);
        Measure.All.Select(measure => measure.Name).ShouldBeUnique();
        Measure.Named("absent").ShouldBeNull();
    }
}
