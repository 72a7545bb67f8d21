using PolicyGate.Tests;

namespace PolicyGate.Doctor.Tests;

/// <summary>
/// A test that needs GitHub's validators: the script that <c>POLICYGATE_WORKFLOW_VALIDATORS</c> names, or that of
/// <c>../shared/tools/validators</c> after <c>npm ci</c> there. Else it is skipped and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ValidatorTheoryAttribute : TheoryAttribute
{
    public ValidatorTheoryAttribute()
    {
        if (Script is null)
        {
            Skip = "../shared/tools/validators is not here, or without its packages: run npm ci there, "
                + "or let POLICYGATE_WORKFLOW_VALIDATORS name its check.sh";
        }
    }

    public static string? Script { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("POLICYGATE_WORKFLOW_VALIDATORS") is { Length: > 0 } named)
        {
            return named;
        }

        string directory = Path.Combine(Repository.Shared, "tools", "validators");
        return Directory.Exists(Path.Combine(directory, "node_modules")) ? Path.Combine(directory, "check.sh") : null;
    }
}
