using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Workflows;

/// <summary>The conditions of jobs and steps.</summary>
internal static class Conditions
{
    /// <summary>
    /// Whether it never skips. <c>!cancelled()</c> does: a job that is skipped because somebody cancelled the run is
    /// as good as successful to branch protection.
    /// </summary>
    public static bool IsAlways(Node condition) => Bare(condition.Text) is "always()" or "true";

    /// <summary>Without the marks of an expression, which an <c>if</c> may leave out.</summary>
    private static string Bare(string condition)
    {
        string text = condition.Trim();
        return text.StartsWith("${{", StringComparison.Ordinal) && text.EndsWith("}}", StringComparison.Ordinal)
            ? text[3..^2].Trim()
            : text;
    }
}
