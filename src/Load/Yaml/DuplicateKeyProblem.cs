using System.Globalization;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>A field said twice in one mapping.</summary>
internal static class DuplicateKeyProblem
{
    public static UnplacedProblem Of(Scalar key, Scalar first) => At(
        key.Span,
        $"The key \"{key.Text}\" is already set on line {LineOf(first)}. This value is the one judged; strict readers, "
        + "such as the API server's field validation, refuse the document.",
        "Remove one of the two.");

    /// <summary>YAML lets the mapping's own fields win, Kubernetes' library whichever stands later.</summary>
    public static UnplacedProblem MergedOver(Scalar mergeKey, Scalar first) => At(
        mergeKey.Span,
        $"This merge key overrides \"{first.Text}\" of line {LineOf(first)} for Kubernetes, and does not for other "
        + "readers of YAML. The merged value is the one judged.",
        "Put << before the mapping's own fields.");

    private static UnplacedProblem At(Span span, string message, string remediation) =>
        new(LoadProblemIds.DuplicateKey, Severity.Medium, Outcome.Fail, span, message, remediation);

    private static string LineOf(Scalar key) => key.Span.StartLine.ToString(CultureInfo.InvariantCulture);
}
