using System.Collections.Immutable;
using PolicyGate.Load.Files;
using PolicyGate.Load.Manifests;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>Reads the facts about a change, which <c>policygate facts</c> wrote: one document of kind <c>Change</c>.</summary>
public static class ChangeReader
{
    /// <summary>Null when anything is wrong: half the facts would be as good as made up.</summary>
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
        if (file.Documents is [{ } only] && OwnKinds.Of(only) == OwnKinds.Change && file.Templates == 0)
        {
            return SettingsProblems.OfShape(only, OwnKinds.Change);
        }

        Location place = file.Documents.IsEmpty ? new(file.File, "", Span.Start) : file.Documents[^1].Root.Location;
        return file.Problems.IsEmpty
            ?
            [
                new(
                    LoadProblemIds.UnknownKind,
                    Severity.High,
                    Outcome.Error,
                    place,
                    $"the file is not one document of kind {OwnKinds.Change} of {OwnKinds.ApiVersion}",
                    "Give a file that `policygate facts` wrote."),
            ]
            : [];
    }

    /// <summary>It is no file of the repository, and a line of it would lead readers to a wrong one.</summary>
    private static Document InNoFile(Document document) => document with { File = "", Index = Change.DocumentIndex };
}
