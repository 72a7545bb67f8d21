using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Files;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Workflows;

/// <summary>Reads the workflows of a repository, and finds those that use the gate.</summary>
internal sealed class WorkflowDirectory(string root)
{
    public const string Path = ".github/workflows";

    private static readonly string[] ActionFiles = ["action.yml", "action.yaml"];

    private readonly ImmutableArray<Diagnosis>.Builder problems = ImmutableArray.CreateBuilder<Diagnosis>();

    /// <summary>What could not be read.</summary>
    public ImmutableArray<Diagnosis> Problems => problems.ToImmutable();

    /// <summary>All of them, in ordinal order of their files.</summary>
    public ImmutableArray<Workflow> ReadAll()
    {
        DirectoryInfo directory = new(System.IO.Path.Combine(root, Path));
        return !directory.Exists ? []
            : IsLinked(directory) ? Refuse(Path, Span.Start, "The directory is a link, which GitHub does not follow.")
            :
            [
                .. directory.EnumerateFiles()
                    .Where(file => file.Extension is ".yml" or ".yaml")
                    .Select(file => $"{Path}/{file.Name}")
                    .Order(StringComparer.Ordinal)
                    .SelectMany(Read),
            ];
    }

    /// <summary>Those that use the gate themselves, or call a workflow of this repository that does.</summary>
    public ImmutableArray<GateWorkflow> FindGates(ImmutableArray<Workflow> workflows)
    {
        HashSet<string> direct =
        [
            .. workflows
                .Where(workflow => workflow.Triggers.AreCalls)
                .Where(workflow => workflow.Jobs.Any(job => UsesOf(job, GateUse.Judges).Length > 0))
                .Select(workflow => workflow.File),
        ];
        HashSet<string> awaitedFiles =
        [
            .. workflows
                .Where(workflow => workflow.Triggers.AreAwaited)
                .SelectMany(workflow => workflow.Jobs.Select(job => job.CalledFile).OfType<string>().Append(workflow.File)),
        ];
        return
        [
            .. workflows
                .Select(workflow => new GateWorkflow(
                    workflow,
                    [.. workflow.Jobs.Select(job => JobOf(job, direct)).Where(job => job.Judges || job.PublishingSteps.Length > 0)],
                    awaitedFiles.Contains(workflow.File)))
                .Where(workflow => workflow.Jobs.Length > 0),
        ];
    }

    private GateJob JobOf(Job job, HashSet<string> callable) => new(
        job,
        UsesOf(job, GateUse.Judges),
        UsesOf(job, GateUse.Publishes),
        job.CalledFile is { } file && callable.Contains(file));

    private ImmutableArray<JobStep> UsesOf(Job job, GateUse use) =>
        [.. job.Steps.Where(step => GateStep.Of(step, IsOwnAction) == use)];

    /// <summary>Whether an action of this repository is the gate, by the name that its description gives.</summary>
    private bool IsOwnAction(string uses)
    {
        string directory = uses[2..].Trim('/');
        return ActionFiles
            .Select(name => directory.Length == 0 ? name : $"{directory}/{name}")
            .Where(file => RepositoryPath.Of(System.IO.Path.GetFullPath(file, root), root) == file)
            .Select(file => (File: file, Text: SourceText.Read(root, file)))
            .Where(action => action.Text is not null)
            .SelectMany(action => YamlReader.Read(action.File, action.Text!, LoadLimits.Default).Documents)
            .Any(document => document.Root.Field("name").Text == "PolicyGate");
    }

    private IEnumerable<Workflow> Read(string file)
    {
        if (SourceText.Read(root, file) is not { } text)
        {
            return Refuse(file, Span.Start, "The file is not UTF-8 or UTF-16, is too large, or is a link out of the repository.");
        }

        YamlFile read = YamlReader.Read(file, text, LoadLimits.Default);
        if (read.Problems.FirstOrDefault() is LoadProblem problem)
        {
            return Refuse(file, problem.Location.Span, problem.Message);
        }

        return read is { Documents: [{ Root.IsMapping: true } document], Templates: 0 }
            ? [new Workflow(document, text)]
            : Refuse(file, Span.Start, "The file does not hold exactly one mapping.");
    }

    private static bool IsLinked(DirectoryInfo directory) =>
        directory.Attributes.HasFlag(FileAttributes.ReparsePoint) || directory.Parent!.Attributes.HasFlag(FileAttributes.ReparsePoint);

    private ImmutableArray<Workflow> Refuse(string file, Span place, string problem)
    {
        problems.Add(new()
        {
            Id = "workflow/unreadable",
            Gravity = Gravity.Error,
            Location = new(file, "", place),
            Problem = problem,
            Harm = "GitHub runs no workflow that it cannot read: a status that it should report stays pending.",
            Remedy = "Correct the file, then run `policygate doctor` again.",
        });
        return [];
    }
}
