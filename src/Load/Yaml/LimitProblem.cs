using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>A file that costs more than <see cref="LoadLimits"/> allows.</summary>
internal static class LimitProblem
{
    public static UnplacedProblem At(Span span, string message) => new(
        LoadProblemIds.Limit,
        Severity.High,
        Outcome.Error,
        span,
        message,
        "Split the file, or move what is no manifest out of the checked paths.");
}
