using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Load.Schemas;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>The problems of documents that are for PolicyGate itself. Each of them closes the gate.</summary>
internal static class SettingsProblems
{
    public const string UnknownField = "load/unknown-field";
    public const string MissingField = "load/missing-field";
    public const string WrongType = "load/wrong-type";
    public const string WrongValue = "load/wrong-value";
    public const string NamespaceClaimedTwice = "load/namespace-claimed-twice";
    public const string OverBroadWaiver = "waiver/over-broad";
    public const string ApproverIsOwner = "waiver/approver-is-owner";

    /// <summary>What the schema of its kind says of a document, up to the limit of a file.</summary>
    public static ImmutableArray<LoadProblem> OfShape(Document document, string kind)
    {
        ImmutableArray<SchemaViolation> violations = SettingsSchemas.Of(kind).Check(document.Root);
        int most = LoadLimits.Default.Problems;
        return violations.Length <= most
            ? [.. violations.Select(Of)]
            : [.. violations.Take(most).Select(Of), More(document, violations.Length - most)];
    }

    public static LoadProblem Wrong(Node place, string message, string remediation) =>
        At(place, WrongValue, message, remediation);

    public static LoadProblem At(Node place, string id, string message, string remediation) =>
        new(id, Severity.High, Outcome.Fail, place.Location, message, remediation);

    private static LoadProblem Of(SchemaViolation violation) => violation.Kind switch
    {
        SchemaViolationKind.UnknownField =>
            At(violation.Place, UnknownField, violation.Message, "Correct the field's name, or remove it."),
        SchemaViolationKind.MissingField => At(violation.Place, MissingField, violation.Message, "Add the field."),
        SchemaViolationKind.WrongType => At(violation.Place, WrongType, violation.Message, "Correct the value."),
        _ => At(violation.Place, WrongValue, violation.Message, "Correct the value."),
    };

    private static LoadProblem More(Document document, int rest) => Wrong(
        document.Root,
        string.Create(CultureInfo.InvariantCulture, $"{rest} more problems in this document are not listed"),
        "Correct the problems listed, then check again.");
}
