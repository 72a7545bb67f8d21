using PolicyGate.Tests;

namespace PolicyGate.Doctor.Tests;

/// <summary>
/// Each file under <c>cases/workflows</c> is the only workflow of a repository that is otherwise in order;
/// <c>#~ id part of the problem</c> marks the lines where something is wrong, and there is nothing else.
/// </summary>
public sealed class WorkflowTests
{
    private const string Workflow = ".github/workflows/gate.yml";
    private static readonly string Cases = Repository.At("tests", "Doctor", "cases", "workflows");

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(Cases).Select(file => Path.GetFileName(file)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Diagnoses_stand_where_they_are_marked(string file)
    {
        string text = File.ReadAllText(Path.Combine(Cases, file));

        Examination examination = Examined.With((Workflow, text), ("CODEOWNERS", "* @everyone\n"));

        Marks.ShouldBeMet(text, examination.Diagnoses.Select(one => (one.Location.Span.StartLine, $"{one.Id} {one.Problem}")));
        examination.Diagnoses.ShouldAllBe(one => one.Harm.Length > 0 && one.Remedy.Length > 0);
    }

    [Fact]
    public void Every_kind_of_diagnosis_is_documented()
    {
        string page = File.ReadAllText(Repository.At("docs", "github", "doctor.md"));
        string[] ids =
        [
            .. Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests", "Doctor", "cases"), "*", SearchOption.AllDirectories)
                .SelectMany(File.ReadLines)
                .SelectMany(line => line.Split("#~ ").Skip(1))
                .Select(mark => mark.Split(' ', 2)[0])
                .Distinct(),
        ];

        ids.Length.ShouldBeGreaterThan(25);
        ids.ShouldAllBe(id => page.Contains($"`{id}`", StringComparison.Ordinal));
    }

    [Fact]
    public void A_workflow_that_is_called_is_awaited_when_its_caller_is()
    {
        const string Called = """
            on: workflow_call
            jobs:
              judge:
                runs-on: ubuntu-latest
                timeout-minutes: 15
                steps:
                  - uses: actions/checkout@11bd71901bbe5b1630ceea73d27597364c9af683
                    with: { persist-credentials: false }
                  - uses: policygate/policygate@5f0c1c3f2f1de0f4b7a5b6d0e3c9a8b7d6e5f401
                    continue-on-error: true
            """;
        const string Caller = """
            on:
              pull_request:
                paths: [apps]
              merge_group:
            jobs:
              gate:
                if: github.actor != 'bot'
                uses: ./.github/workflows/called.yml
            """;

        Examination examination = Examined.With(
            (".github/workflows/called.yml", Called), (".github/workflows/caller.yml", Caller), ("CODEOWNERS", "* @everyone"));

        examination.Diagnoses.Select(one => $"{one.Location.File} {one.Id}").ShouldBe(
        [
            ".github/workflows/called.yml gate/continue-on-error",
            ".github/workflows/caller.yml trigger/path-filter",
            ".github/workflows/caller.yml gate/job-condition",
        ]);
    }

    [Fact]
    public void A_twin_in_another_workflow_is_found_only_where_both_report_on_the_same_commits()
    {
        string gate = File.ReadAllText(Path.Combine(Cases, "good.yml"));
        const string Twin = "jobs:\n  gate:\n    runs-on: ubuntu-latest\n    steps:\n      - run: exit 0\n";

        string[] Ids(string on) =>
        [
            .. Examined.With((Workflow, gate), (".github/workflows/twin.yml", $"on: {on}\n{Twin}"), ("CODEOWNERS", "* @everyone"))
                .Diagnoses.Select(one => $"{one.Location.File} {one.Id}"),
        ];

        Ids("push").ShouldBe([".github/workflows/twin.yml gate/name-twice"]);
        Ids("schedule").ShouldBeEmpty();
    }

    [Fact]
    public void An_action_of_the_repository_is_the_gate_by_its_name()
    {
        const string Text = "on: [pull_request, merge_group]\njobs:\n  test:\n    steps:\n      - uses: ./\n";

        Examined.With((Workflow, Text), ("action.yml", "name: PolicyGate\n")).Gates.ShouldBe([Workflow]);
        Examined.With((Workflow, Text), ("action.yml", "name: Another\n")).Gates.ShouldBeEmpty();
    }

    [Fact]
    public void Broken_and_odd_workflows_are_no_reason_to_stop()
    {
        string[] odd =
        [
            "", "[]", "on: 1\njobs: 2", "on: [[]]\njobs: [a]", "on: {pull_request: [x]}\njobs: {a: {steps: {b: c}}}",
            "jobs: {a: null, b: [], c: {steps: [null, 1, {run: [x]}], needs: {a: b}, if: [x]}}", "\"on\": {\"pull_request\": null}",
            "on: pull_request\njobs: {a: {strategy: 1, concurrency: [1], steps: [{run: 'policygate check'}]}}",
            "on: pull_request\njobs: {a: {uses: './../../x', steps: [{uses: './../..'}, {uses: './C:\\x'}, {uses: '@'}]}}",
        ];

        foreach (string text in odd)
        {
            Examined.With((Workflow, text)).Diagnoses.ShouldNotBeEmpty();
        }
    }
}
