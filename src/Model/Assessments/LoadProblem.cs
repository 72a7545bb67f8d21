using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>Something wrong with a file, at its place.</summary>
/// <param name="Id"><c>load/yaml-syntax</c>, <c>load/duplicate-key</c>, ….</param>
/// <param name="Severity">How much it matters.</param>
/// <param name="Outcome">
/// <see cref="Outcome.Error"/> when something could not be read, so that nothing can be said of it;
/// <see cref="Outcome.Fail"/> when it was read and is wrong.
/// </param>
/// <param name="Location">Where.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remediation">What to do about it.</param>
public sealed record LoadProblem(
    string Id, Severity Severity, Outcome Outcome, Location Location, string Message, string Remediation);
