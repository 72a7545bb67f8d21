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
    private readonly List<LoadProblem> problems;

    private UnquotedScalars(List<LoadProblem> problems) => this.problems = problems;

    public static void Find(Node manifest, in ObjectHeader header, List<LoadProblem> problems) =>
        new UnquotedScalars(problems).Visit(manifest, StringFields.Of(header));

    private void Visit(Node place, FieldTree tree)
    {
        switch (place.Value)
        {
            case Scalar scalar when tree.IsLeaf:
                Check(place, scalar);
                break;
            case Mapping mapping:
                VisitFields(place, mapping, tree);
                break;
            case Sequence sequence when tree.Item is { } item:
                VisitItems(place, sequence, item);
                break;
            default:
                break;
        }
    }

    private void VisitFields(Node place, Mapping mapping, FieldTree tree)
    {
        foreach (Entry entry in mapping.Entries)
        {
            if (tree.Field(entry.Key) is not { } below)
            {
                continue;
            }

            Node field = place.Field(entry.Key.Text);
            if (below == tree.AnyField)
            {
                CheckKey(field, entry.Key);
            }

            Visit(field, below);
        }
    }

    private void VisitItems(Node place, Sequence sequence, FieldTree item)
    {
        for (int index = 0; index < sequence.Items.Length; index++)
        {
            Visit(place[index], item);
        }
    }

    /// <summary>A key that is no string is turned into one, which need not be the one written.</summary>
    private void CheckKey(Node field, Scalar key)
    {
        if (ScalarMeaning.KindOf(key) == ScalarKind.Boolean)
        {
            string meaning = ScalarMeaning.BooleanOf(key.Text) == true ? "true" : "false";
            Add(field, key, $"The key {key.Text} is unquoted, so Kubernetes reads it as \"{meaning}\".");
        }
    }

    private void Check(Node place, Scalar scalar)
    {
        switch (ScalarMeaning.KindOf(scalar))
        {
            case ScalarKind.Boolean:
                Add(place, scalar, Refused(scalar, "boolean"));
                break;
            case ScalarKind.Integer or ScalarKind.Float:
                Add(place, scalar, Refused(scalar, "number"));
                break;
            case ScalarKind.String when scalar.Style == ScalarStyle.Plain && IsSexagesimal(scalar.Text):
                Add(place, scalar, $"{scalar.Text} is unquoted; readers of YAML 1.1 take it for a number to the base of 60.");
                break;
            default:
                break;
        }
    }

    private static string Refused(Scalar scalar, string type) =>
        $"{scalar.Text} is unquoted, so Kubernetes reads it as a {type} where a string is due, and refuses the object.";

    private void Add(Node place, Scalar written, string message) => problems.Add(new(
        LoadProblemIds.UnquotedScalar,
        Severity.Low,
        Outcome.Fail,
        place.Location with { Span = written.Span },
        message,
        $"Write \"{written.Text}\" in quotes."));

    /// <summary>Most texts, images too, are spared the regular expression: the first one to be used takes longer than reading a file.</summary>
    private static bool IsSexagesimal(string text) =>
        text is [>= '0' and <= '9' or '+' or '-', ..] && text.Contains(':') && Sexagesimal().IsMatch(text);

    // https://yaml.org/type/int.html: [1-9][0-9_]*(:[0-5]?[0-9])+
    [GeneratedRegex("^[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+([.][0-9_]*)?$", RegexOptions.CultureInvariant)]
    private static partial Regex Sexagesimal();
}
