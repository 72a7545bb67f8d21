using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>A text that is not YAML.</summary>
internal static class SyntaxProblem
{
    public static UnplacedProblem Refused(Span span, string parserSays) =>
        At(span, $"This is not valid YAML: {parserSays}", "Correct the syntax here or just before.");

    public static UnplacedProblem UnknownAlias(Span span, string name) => At(
        span,
        $"The alias *{name} names no anchor of this document.",
        $"Write &{name} before the value it stands for, or put the text in quotes if it is no alias.");

    public static UnplacedProblem RecursiveAlias(Span span, string name) => At(
        span, $"The alias *{name} stands inside the value that it names, which never ends.", "Remove the alias.");

    public static UnplacedProblem ControlCharacter(Span span, string code) => At(
        span,
        $"The control character U+{code} may not stand in YAML.",
        "Remove it; inside double quotes it can be written as an escape.");

    private static UnplacedProblem At(Span span, string message, string remediation) =>
        new(LoadProblemIds.Syntax, Severity.High, Outcome.Error, span, message, remediation);
}
