using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// Recognises the markup of Go's templates, which Helm charts are written in
/// (https://pkg.go.dev/text/template#hdr-Actions). Markup in strings is no template: alerts, Argo CD application sets
/// and external secrets have it, and are judged.
/// </summary>
internal static partial class GoTemplate
{
    /// <summary>
    /// Whether a syntax error is there because the text is a template: it has actions on the lines of the error, or
    /// actions that begin a line before it.
    /// </summary>
    public static bool Explains(ReadOnlySpan<char> text, Span error)
    {
        if (!text.Contains("{{", StringComparison.Ordinal))
        {
            return false;
        }

        int line = 0;
        foreach (ReadOnlySpan<char> content in text.EnumerateLines())
        {
            line++;
            if (line > error.EndLine)
            {
                return false;
            }

            bool onErrorLine = line >= error.StartLine - 1 && Action().IsMatch(content);
            if (onErrorLine || LeadingAction().IsMatch(content))
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(
        @"\{\{-?\s*(\.|\$|/\*|(if|range|with|include|define|template|block|end|else|toYaml|tpl|default|quote|lookup)\b)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Action();

    [GeneratedRegex(@"^\s*\{\{-?\s*(/\*|(if|range|with|include|define|template|block|end|else|toYaml)\b)", RegexOptions.CultureInvariant)]
    private static partial Regex LeadingAction();
}
