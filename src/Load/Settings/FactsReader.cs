using System.Collections.Immutable;
using PolicyGate.Load.Files;
using PolicyGate.Load.Manifests;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>What was collected before judging, as documents of no file.</summary>
/// <param name="Change">About the change; null when nothing is given.</param>
/// <param name="Images">About images.</param>
public sealed record Facts(Document? Change, ImmutableArray<Document> Images)
{
    public static Facts None { get; } = new(null, []);
}

/// <summary>Reads facts: files of one document each, of kind <c>Change</c> or <c>ImageFacts</c>.</summary>
public static class FactsReader
{
    /// <summary>Nothing of a file with any problem: half the facts would be as good as made up.</summary>
    /// <param name="files">Their absolute paths, and how problems name them.</param>
    public static Reading<Facts> Read(ImmutableArray<(string Path, string Name)> files)
    {
        List<LoadProblem> problems = [];
        List<Document> images = [];
        Document? change = null;
        foreach ((string path, string name) in files)
        {
            Reading<Document?> read = Read(path, name);
            problems.AddRange(read.Problems);
            if (read.Value is { } document && OwnKinds.Of(document) == OwnKinds.ImageFacts)
            {
                images.Add(document with { Index = Change.DocumentIndex + 1 + images.Count });
            }
            else if (read.Value is { } second && change is not null)
            {
                problems.Add(Unusable(new(name, "", second.Root.Location.Span), "facts about a change were given already"));
            }
            else
            {
                change ??= read.Value;
            }
        }

        return new(new(change, [.. images]), [.. problems]);
    }

    /// <summary>One file; null when anything is wrong.</summary>
    /// <param name="path">The file, absolute.</param>
    /// <param name="name">How problems name it.</param>
    public static Reading<Document?> Read(string path, string name)
    {
        FoundFile found = new(name, path, IsNamed: true);
        SourceFile file = SourceFile.Read(Path.GetDirectoryName(path)!, found, new(Path.GetDirectoryName(path)!, []), LoadLimits.Default);
        ImmutableArray<LoadProblem> problems = [.. file.Problems, .. ProblemsOf(file)];
        return new(problems.IsEmpty ? InNoFile(file.Documents[0]) : null, problems);
    }

    private static IEnumerable<LoadProblem> ProblemsOf(SourceFile file)
    {
        if (file.Documents is [{ } only] && OwnKinds.AreFacts(only) && file.Templates == 0)
        {
            return SettingsProblems.OfShape(only, OwnKinds.Of(only));
        }

        Location place = file.Documents.IsEmpty ? new(file.File, "", Span.Start) : file.Documents[^1].Root.Location;
        return file.Problems.IsEmpty
            ? [Unusable(place, $"the file is not one document of kind {OwnKinds.Change} or {OwnKinds.ImageFacts} of {OwnKinds.ApiVersion}")]
            : [];
    }

    private static LoadProblem Unusable(Location place, string message) => new(
        LoadProblemIds.UnknownKind, Severity.High, Outcome.Error, place, message, "Give a file that `policygate facts` wrote, or one with facts about images.");

    /// <summary>It is no file of the repository, and a line of it would lead readers to a wrong one.</summary>
    private static Document InNoFile(Document document) => document with { File = "", Index = Change.DocumentIndex };
}
