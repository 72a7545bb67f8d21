using System.Reflection;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Isolation.Probe;

// Confines itself as a worker does, tries one thing, and says on its output what came of it.
// Arguments: how far to go ("free", "entered" or "sealed"), what to try, and what that needs.
ConfinementLimits limits = new(TimeSpan.FromSeconds(2), 500L << 20);
string step = args[0];
Attempt attempt = new(args[1], args.Length > 2 ? args[2] : "");
ConfinementReport report = ConfinementReport.Empty;
if (step is "entered" or "sealed")
{
    report = report.And(WorkerConfinement.Enter(limits));
}

attempt.Prepare();
if (step == "sealed")
{
    Preload.References([Assembly.GetExecutingAssembly()]);
    report = report.And(WorkerConfinement.Seal());
}

foreach (Measure measure in report.Applied)
{
    Console.WriteLine($"applied {measure.Name}");
}

foreach (MissingMeasure missing in report.Missing)
{
    Console.WriteLine($"missing {missing.Measure.Name}: {missing.Reason}");
}

Console.WriteLine($"result {attempt.Run()}");
