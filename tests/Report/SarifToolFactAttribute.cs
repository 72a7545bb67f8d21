namespace PolicyGate.Report.Tests;

/// <summary>
/// A test that needs the SARIF multitool: the file that <c>POLICYGATE_SARIF_MULTITOOL</c> names, or the one under a
/// <c>shared/tools/sarif</c> beside or above the repository after <c>npm ci</c> there. Else it is skipped and says so.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SarifToolFactAttribute : FactAttribute
{
    private static readonly string Place = Path.Combine(
        "shared", "tools", "sarif", "node_modules", "@microsoft", "sarif-multitool-linux", "Sarif.Multitool");

    public SarifToolFactAttribute()
    {
        if (Tool is null)
        {
            Skip = $"there is no {Place} above the repository: run npm ci there, "
                + "or let POLICYGATE_SARIF_MULTITOOL name the program";
        }
    }

    public static string? Tool { get; } = Find();

    private static string? Find()
    {
        if (Environment.GetEnvironmentVariable("POLICYGATE_SARIF_MULTITOOL") is { Length: > 0 } named)
        {
            return named;
        }

        DirectoryInfo? directory = new(ReportCase.Repository());
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, Place)))
        {
            directory = directory.Parent;
        }

        return directory is null ? null : Path.Combine(directory.FullName, Place);
    }
}
