using PolicyGate.Model.Assessments;

namespace PolicyGate.Report.Console;

/// <summary>ANSI colours, or none.</summary>
internal sealed class Palette(bool colour)
{
    public string Bold(string text) => Paint("1", text);

    public string Faint(string text) => Paint("2", text);

    public string Removed(string text) => Paint("31", text);

    public string Added(string text) => Paint("32", text);

    public string Caret(string text) => Paint("1;31", text);

    public string Of(Severity severity, string text) => Paint(
        severity switch
        {
            Severity.Critical => "1;35",
            Severity.High => "1;31",
            Severity.Medium => "1;33",
            Severity.Low => "1;36",
            _ => throw new ArgumentOutOfRangeException(nameof(severity)),
        },
        text);

    public string Of(Gate gate, string text) => Paint(gate == Gate.Open ? "1;32" : "1;31", text);

    private string Paint(string code, string text) => colour ? $"\e[{code}m{text}\e[0m" : text;
}
