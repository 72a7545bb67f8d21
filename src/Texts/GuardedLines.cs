namespace PolicyGate.Texts;

/// <summary>
/// Writes lines for a log in which no line can be a command to a build server: GitHub's runner acts on lines that begin
/// with <c>::</c> after white space and on <c>##[</c> anywhere
/// (<see href="https://github.com/actions/runner/blob/main/src/Runner.Common/ActionCommand.cs">ActionCommand.cs</see>),
/// Azure Pipelines on <c>##vso[</c>.
/// </summary>
public sealed class GuardedLines(TextWriter output)
{
    private const string Margin = "| ";

    public void Write(string line = "")
    {
        string text = BreakCommands(line.TrimEnd());
        output.Write(text.AsSpan().TrimStart().StartsWith("::") ? Margin + text : text);
        output.Write('\n');
    }

    /// <summary>Breaks up <c>##[</c> and <c>##vso[</c> with the escape that shows what stood there.</summary>
    public static string BreakCommands(string text) =>
        text.Contains("##", StringComparison.Ordinal)
            ? text.Replace("##[", @"#\u{23}[", StringComparison.Ordinal)
                .Replace("##vso[", @"#\u{23}vso[", StringComparison.OrdinalIgnoreCase)
            : text;
}
