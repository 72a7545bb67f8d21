using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Load.Manifests;
using PolicyGate.Load.Schemas;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>A document with all that is wrong with it.</summary>
internal sealed record CheckedDocument(Document Document, ImmutableArray<LoadProblem> Problems)
{
    public Node Root => Document.Root;

    public Node Name => Root["metadata.name"];

    /// <summary>Checks documents of one kind: their shape, their names, and what else the kind asks for.</summary>
    /// <param name="documents">In the order in which they claim their names.</param>
    /// <param name="kind">One of <see cref="OwnKinds"/>.</param>
    /// <param name="further">Checks of one document. What the schema has found wrong already is not said again.</param>
    public static ImmutableArray<CheckedDocument> Of(
        IEnumerable<Document> documents, string kind, Func<Node, IEnumerable<LoadProblem>> further)
    {
        Dictionary<string, Location> names = new(StringComparer.Ordinal);
        return [.. documents.Select(document => Of(document, kind, further, names))];
    }

    private static CheckedDocument Of(
        Document document,
        string kind,
        Func<Node, IEnumerable<LoadProblem>> further,
        Dictionary<string, Location> names)
    {
        ImmutableArray<LoadProblem> shape = SettingsProblems.OfShape(document, kind);
        HashSet<Location> wrong = [.. shape.Select(problem => problem.Location)];
        IEnumerable<LoadProblem> rest = further(document.Root).Where(problem => !wrong.Contains(problem.Location));
        return new(document, [.. shape, .. rest, .. NameTaken(document.Root["metadata.name"], names)]);
    }

    private static IEnumerable<LoadProblem> NameTaken(Node name, Dictionary<string, Location> names)
    {
        if (name.Exists && !names.TryAdd(name.Text, name.Location))
        {
            Location first = names[name.Text];
            string line = first.Span.StartLine.ToString(CultureInfo.InvariantCulture);
            yield return SettingsProblems.At(
                name,
                LoadProblemIds.DuplicateObject,
                $"the name {Quoted.Text(name)} is taken by line {line} of {first.File}",
                "Give one of the two another name, or remove it.");
        }
    }
}
