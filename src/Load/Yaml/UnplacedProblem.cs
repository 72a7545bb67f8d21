using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>A problem of which the span is known, and the path not yet.</summary>
internal sealed record UnplacedProblem(
    string Id, Severity Severity, Outcome Outcome, Span Span, string Message, string Remediation)
{
    public LoadProblem At(string file, string path) =>
        new(Id, Severity, Outcome, new Location(file, path, Span), Message, Remediation);
}
