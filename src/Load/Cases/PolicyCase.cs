using System.Collections.Immutable;
using PolicyGate.Load.Environments;
using PolicyGate.Load.Files;
using PolicyGate.Load.Manifests;
using PolicyGate.Load.Settings;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Cases;

/// <summary>What a case says should come out.</summary>
public enum Expectation
{
    Pass,
    Fail,
    NotApplicable,
}

/// <summary>A place where a case wants a finding.</summary>
/// <param name="Line">1-based.</param>
/// <param name="Message">Part of the finding's message.</param>
public sealed record ExpectedFinding(int Line, string Message);

/// <summary>
/// An input and its expected result, side by side: <c>{pass,fail,n-a}.why.yaml</c>. All its documents are one estate;
/// a descriptor claims the documents after it, up to the next one.
/// </summary>
public sealed record PolicyCase
{
    private const string Mark = "#~";

    /// <summary>
    /// A directory beside the case, <c>pass.why.files</c>, holds the files that its descriptors name; without one nothing
    /// is known of them.
    /// </summary>
    private const string FilesExtension = ".files";

    /// <summary>The policy it is a case of.</summary>
    public required string Policy { get; init; }

    /// <summary>The file, as given.</summary>
    public required string File { get; init; }

    public required Expectation Expectation { get; init; }

    public required ImmutableArray<EnvironmentContents> Estate { get; init; }

    /// <summary>The facts about a change that it holds, a document of kind <c>Change</c>; null when it has none.</summary>
    public required Document? Change { get; init; }

    /// <summary>The GitHub workflows and the facts about images that it holds.</summary>
    public required Surroundings Surroundings { get; init; }

    /// <summary>What cannot be read in it, and what is wrong with its facts.</summary>
    public required ImmutableArray<LoadProblem> Problems { get; init; }

    /// <summary>The places marked with <c>#~</c>.</summary>
    public required ImmutableArray<ExpectedFinding> Findings { get; init; }

    /// <summary>Parameters of the case, in place of the defaults; missing when it has none.</summary>
    public required Node Parameters { get; init; }

    /// <summary>The expectation in a file's name; null when the file is no case.</summary>
    public static Expectation? ExpectationOf(string path) => Path.GetFileName(path).Split('.') switch
    {
        [.., "parameters", "yaml"] => null,
        ["pass", _, ..] => Cases.Expectation.Pass,
        ["fail", _, ..] => Cases.Expectation.Fail,
        ["n-a", _, ..] => Cases.Expectation.NotApplicable,
        _ => null,
    };

    /// <summary>Where the parameters of a case stand, if it has any.</summary>
    public static string ParametersOf(string path) => Path.ChangeExtension(path, ".parameters.yaml");

    /// <summary>What is in the file of a case, which anybody may have written; null when it is nothing that is read.</summary>
    public static string? TextOf(string path) =>
        Files.SourceText.Read(Path.GetDirectoryName(path)!, Path.GetFileName(path));

    /// <summary>Reads a case.</summary>
    /// <param name="policy">The id of its policy.</param>
    /// <param name="path">The file, absolute.</param>
    /// <param name="name">How reports name the file.</param>
    /// <param name="expectation">What its name says.</param>
    public static PolicyCase Read(string policy, string path, string name, Expectation expectation)
    {
        string? read = TextOf(path);
        string text = read ?? "";
        YamlFile yaml = YamlReader.Read(name, text, LoadLimits.Default);
        IEnumerable<LoadProblem> unreadable = read is null
            ? [UnreadableProblem.Of(name, "The case is no text, too large, or a link that leads out of its folder.")]
            : [];
        return new()
        {
            Policy = policy,
            File = name,
            Expectation = expectation,
            Estate = [.. Environments(yaml.Documents.Where(IsOfEnvironment)).Select(one => WithFiles(one, path))],
            Change = yaml.Documents.FirstOrDefault(IsChange),
            Surroundings = new()
            {
                Workflows = [.. yaml.Documents.Where(WorkflowFiles.IsWorkflow)],
                ImageFacts = [.. yaml.Documents.Where(document => OwnKinds.Of(document) == OwnKinds.ImageFacts)],
            },
            Problems = [.. unreadable, .. yaml.Problems, .. yaml.Documents.Where(OwnKinds.AreFacts).SelectMany(facts => SettingsProblems.OfShape(facts, OwnKinds.Of(facts)))],
            Findings = [.. Marks(text)],
            Parameters = ParametersBeside(path, name),
        };
    }

    private static EnvironmentContents WithFiles(EnvironmentContents environment, string path)
    {
        string root = Path.ChangeExtension(path, FilesExtension);
        return environment.Descriptor is { } descriptor && Directory.Exists(root)
            ? environment with { ExistingFiles = NamedFiles.Existing(descriptor with { File = "" }, root) }
            : environment;
    }

    private static bool IsOfEnvironment(Document document) => !OwnKinds.AreFacts(document) && !WorkflowFiles.IsWorkflow(document);

    private static bool IsChange(Document document) => OwnKinds.Of(document) == OwnKinds.Change;

    private static IEnumerable<EnvironmentContents> Environments(IEnumerable<Document> documents)
    {
        EnvironmentContents current = new(Model.Estates.Environment.DefaultName, null, []);
        foreach (Document document in documents)
        {
            Node root = document.Root;
            if (OwnKinds.Of(document) == OwnKinds.Environment)
            {
                if (current.Descriptor is not null || !current.Manifests.IsEmpty)
                {
                    yield return current;
                }

                current = new(root["metadata.name"].Text, document, []);
            }
            else
            {
                current = current with { Manifests = [.. current.Manifests, .. Unrolled(root)] };
            }
        }

        yield return current;
    }

    private static IEnumerable<Node> Unrolled(Node root) =>
        FileSorter.IsList(root, ObjectHeader.Of(root)) ? root["items"].Items.SelectMany(Unrolled)
        : root.IsMapping ? [root]
        : [];

    private static IEnumerable<ExpectedFinding> Marks(string text)
    {
        string[] lines = text.Split('\n');
        for (int index = 0; index < lines.Length; index++)
        {
            foreach (string message in lines[index].Split(Mark).Skip(1))
            {
                yield return new(index + 1, message.Trim());
            }
        }
    }

    private static Node ParametersBeside(string path, string name)
    {
        string beside = ParametersOf(path);
        Document nothing = new(name, 0, new Mapping([], isFlow: false, Span.Start));
        return System.IO.File.Exists(beside)
            ? YamlReader.Read(ParametersOf(name), TextOf(beside) ?? "", LoadLimits.Default)
                .Documents.FirstOrDefault(nothing).Root
            : nothing.Root;
    }
}
