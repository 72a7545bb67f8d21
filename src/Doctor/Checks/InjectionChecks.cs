using System.Text.RegularExpressions;
using PolicyGate.Doctor.Workflows;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Checks;

/// <summary>
/// Whether text that anybody may write becomes part of a script:
/// https://docs.github.com/actions/concepts/security/script-injections.
/// </summary>
internal static partial class InjectionChecks
{
    public static IEnumerable<Diagnosis> Of(GateWorkflow workflow) => workflow.Workflow.Jobs
        .SelectMany(job => job.Steps)
        .Select(ScriptOf)
        .Where(script => script.IsScalar)
        .SelectMany(script => Expression().Matches(script.Text)
            .Where(expression => IsUntrusted(expression.Groups["inside"].Value))
            .Select(expression => Of(workflow.Workflow, script, expression.Value)));

    private static Node ScriptOf(JobStep step) =>
        step.Uses.Text.StartsWith("actions/github-script@", StringComparison.OrdinalIgnoreCase) ? step.Input("script") : step.Script;

    private static Diagnosis Of(Workflow workflow, Node script, string expression) => Diagnosis.Error(
        "script/injection",
        workflow.Find(script, expression),
        $"`{expression}` is put into the script before the shell reads it",
        "Whoever opens a pull request writes that text, and with it commands that run in the gate's job.",
        "Hand it over in a variable, which the shell does not read as commands.",
        $"env:\n  VALUE: {expression}\nrun: echo \"$VALUE\"");

    private static bool IsUntrusted(string expression)
    {
        string plain = IndexByName().Replace(expression, ".$1").Trim();
        return !YesOrNo().IsMatch(plain) && Untrusted().IsMatch(plain);
    }

    [GeneratedRegex(@"\$\{\{(?<inside>[^}]*(\}[^}]+)*)\}\}")]
    private static partial Regex Expression();

    [GeneratedRegex(@"\[\s*'([^']*)'\s*\]")]
    private static partial Regex IndexByName();

    [GeneratedRegex(@"^!?\s*(contains|startsWith|endsWith)\([^()]*\)$", RegexOptions.IgnoreCase)]
    private static partial Regex YesOrNo();

    /// <summary>The contexts that GitHub's page names, and those that hold all of them.</summary>
    [GeneratedRegex(
        """
        \bgithub\.(
            head_ref\b
          | ref_name\b
          | event\.(issue|pull_request|discussion)\.(title|body)\b
          | event\.(comment|review|review_comment|discussion_comment)\.body\b
          | event\.pages\b.*\bpage_name\b
          | event\.(head_commit|commits\b.*?|workflow_run\.head_commit)\.(message|author\.(email|name)|committer\.(email|name))\b
          | event\.(pull_request|workflow_run\.pull_requests\b.*?)\.head\.(ref|label|repo\.(default_branch|description|homepage))\b
          | event\.workflow_run\.(head_branch|display_title)\b
          | event\.merge_group\.head_commit\b
          )
        | \btoJSON\(\s*github(\.event(\.\w+)?)?\s*\)
        """,
        RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Untrusted();
}
