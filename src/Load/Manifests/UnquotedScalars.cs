using System.Text.RegularExpressions;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>
/// Finds plain scalars that YAML 1.1 reads as something else where a string is due, such as the label <c>on</c> or the
/// environment variable <c>0777</c>. Nulls are no problem: the API server reads them as empty strings.
/// </summary>
internal sealed partial class UnquotedScalars
{
    private readonly string file;
    private readonly List<LoadProblem> problems;
    private readonly List<Step> path = [];

    private UnquotedScalars(string file, List<LoadProblem> problems)
    {
        this.file = file;
        this.problems = problems;
    }

    public static void Find(Document document, Node manifest, ObjectHeader header, List<LoadProblem> problems)
    {
        UnquotedScalars finder = new(document.File, problems);
        finder.path.AddRange(manifest.Route.Steps);
        finder.Visit(manifest.Value!, StringFields.Of(header));
    }

    private void Visit(Value value, FieldTree tree)
    {
        switch (value)
        {
            case Scalar scalar when tree.IsLeaf:
                Check(scalar);
                break;
            case Mapping mapping:
                VisitFields(mapping, tree);
                break;
            case Sequence sequence when tree.Item is { } item:
                VisitItems(sequence, item);
                break;
            default:
                break;
        }
    }

    private void VisitFields(Mapping mapping, FieldTree tree)
    {
        foreach (Entry entry in mapping.Entries)
        {
            if (tree.Field(entry.Key) is not { } below)
            {
                continue;
            }

            path.Add(Step.Field(entry.Key.Text));
            if (below == tree.AnyField)
            {
                CheckKey(entry);
            }

            Visit(entry.Value, below);
            path.RemoveAt(path.Count - 1);
        }
    }

    private void VisitItems(Sequence sequence, FieldTree item)
    {
        for (int index = 0; index < sequence.Items.Length; index++)
        {
            path.Add(Step.Item(index));
            Visit(sequence.Items[index], item);
            path.RemoveAt(path.Count - 1);
        }
    }

    /// <summary>A key that is no string is turned into one, which need not be the one written.</summary>
    private void CheckKey(Entry entry)
    {
        if (ScalarMeaning.KindOf(entry.Key) == ScalarKind.Boolean)
        {
            string meaning = ScalarMeaning.BooleanOf(entry.Key.Text) == true ? "true" : "false";
            Add(entry.Key.Span, $"The key {entry.Key.Text} is unquoted, so Kubernetes reads it as \"{meaning}\".", entry.Key);
        }
    }

    private void Check(Scalar scalar)
    {
        switch (ScalarMeaning.KindOf(scalar))
        {
            case ScalarKind.Boolean:
                Add(scalar.Span, Refused(scalar, "boolean"), scalar);
                break;
            case ScalarKind.Integer or ScalarKind.Float:
                Add(scalar.Span, Refused(scalar, "number"), scalar);
                break;
            case ScalarKind.String when scalar.Style == ScalarStyle.Plain && Sexagesimal().IsMatch(scalar.Text):
                Add(scalar.Span, $"{scalar.Text} is unquoted; readers of YAML 1.1 take it for a number to the base of 60.", scalar);
                break;
            default:
                break;
        }
    }

    private static string Refused(Scalar scalar, string type) =>
        $"{scalar.Text} is unquoted, so Kubernetes reads it as a {type} where a string is due, and refuses the object.";

    private void Add(Span span, string message, Scalar scalar) => problems.Add(new(
        LoadProblemIds.UnquotedScalar,
        Severity.Low,
        Outcome.Fail,
        new Location(file, PathSyntax.Write([.. path]), span),
        message,
        $"Write \"{scalar.Text}\" in quotes."));

    // https://yaml.org/type/int.html: [1-9][0-9_]*(:[0-5]?[0-9])+
    [GeneratedRegex("^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+([.][0-9_]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();
}
