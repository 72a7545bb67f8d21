using System.Collections.Immutable;
using PolicyGate.Doctor.Checks;
using PolicyGate.Doctor.Owners;
using PolicyGate.Doctor.Setup;
using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor;

/// <summary>
/// What would make the required status of a repository hang, or let a change get past it. Reads files only, and runs
/// nothing of what they say.
/// </summary>
/// <param name="Gates">The workflows that use the gate, in ordinal order of their files.</param>
/// <param name="Diagnoses">In the order of files and places.</param>
public sealed record Examination(ImmutableArray<string> Gates, ImmutableArray<Diagnosis> Diagnoses)
{
    public int Errors => Diagnoses.Count(diagnosis => diagnosis.Gravity == Gravity.Error);

    public int Warnings => Diagnoses.Length - Errors;

    /// <summary>Examines a repository as it lies on disk.</summary>
    /// <param name="root">Its root, absolute.</param>
    /// <param name="shippedProfiles">A directory of profiles that come with the program; it need not exist.</param>
    public static Examination Of(string root, string shippedProfiles)
    {
        WorkflowDirectory directory = new(root);
        ImmutableArray<Workflow> workflows = directory.ReadAll();
        ImmutableArray<GateWorkflow> gates = directory.FindGates(workflows);
        SettingsFile settings = SettingsFile.Read(root);
        IEnumerable<Diagnosis> found =
        [
            .. directory.Problems,
            .. directory.Problems.IsEmpty ? NotAwaited(gates) : [],
            .. gates.SelectMany(gate => OfWorkflow(gate, workflows)),
            .. gates.SelectMany(gate => SetupCheck.OfInputs(root, gate)),
            .. JobNameChecks.Of(workflows, gates),
            .. SetupCheck.Of(root, settings, shippedProfiles, gates),
            .. OwnersCheck.Of(root, settings.Configuration),
        ];
        return new([.. gates.Select(gate => gate.Workflow.File)], InOrder(found));
    }

    private static IEnumerable<Diagnosis> OfWorkflow(GateWorkflow gate, ImmutableArray<Workflow> workflows) =>
    [
        .. TriggerChecks.Of(gate),
        .. PermissionChecks.Of(gate),
        .. PrivilegeChecks.Of(gate),
        .. BypassChecks.Of(gate),
        .. JobChecks.Of(gate),
        .. CheckoutChecks.Of(gate),
        .. PinChecks.Of(gate),
        .. InjectionChecks.Of(gate),
        .. PublishingChecks.Of(workflows, gate),
    ];

    private static IEnumerable<Diagnosis> NotAwaited(ImmutableArray<GateWorkflow> gates)
    {
        if (!gates.Any(gate => gate.IsAwaited && gate.JudgingJobs.Any()))
        {
            yield return Diagnosis.Warning(
                "setup/no-gate",
                gates.FirstOrDefault()?.Triggers.Place.Location ?? new Location(WorkflowDirectory.Path, "", Span.Start),
                "no workflow runs the gate on pull requests",
                "Nothing judges a change before it is merged.",
                "Add a workflow as docs/github/pull-requests.md shows it, and require its job.",
                "on:\n  pull_request:\n  merge_group:");
        }
    }

    private static ImmutableArray<Diagnosis> InOrder(IEnumerable<Diagnosis> diagnoses) =>
    [
        .. diagnoses
            .Distinct()
            .OrderBy(diagnosis => diagnosis.Location)
            .ThenBy(diagnosis => diagnosis.Id, StringComparer.Ordinal)
            .ThenBy(diagnosis => diagnosis.Problem, StringComparer.Ordinal),
    ];
}
