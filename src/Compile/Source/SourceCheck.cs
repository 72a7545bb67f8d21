using System.Collections.Immutable;
using PolicyGate.Model.Governance;

namespace PolicyGate.Compile.Source;

/// <summary>
/// Looks at a policy's text before anything parses it, because compiling is an attack surface of its own: size,
/// characters, directives, and nesting that would make the compiler recurse without end.
/// </summary>
internal static class SourceCheck
{
    /// <summary>
    /// The text to parse, with its directives blanked out and every other character where it was; or what is wrong.
    /// </summary>
    public static (string Text, ImmutableArray<PolicyDiagnostic> Diagnostics) Check(PolicySource source)
    {
        if (SourceCharacters.Refusal(source) is { } refusal)
        {
            return ("", [refusal]);
        }

        SourceDirectives directives = new(source);
        SourceLimits limits = new(source.Text);
        foreach (SourceToken token in new SourceTokens(source.Text, directives).All())
        {
            if (limits.Refusal(token) is { } message)
            {
                return ("", [SourceLocation.Refuse(source, token.Start, "PG0103", message)]);
            }
        }

        return (directives.Blanked, [.. directives.Refusals]);
    }
}
