namespace PolicyGate.Report.Sarif;

/// <summary>
/// What GitHub takes from a SARIF file
/// (<see href="https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning#validating-your-sarif-file">SARIF
/// support</see>).
/// </summary>
internal static class SarifLimits
{
    /// <summary>"Results per run: 25,000. Only the top 5,000 results will be included": so we choose them.</summary>
    public const int ResultsPerRun = 5_000;

    /// <summary>"Rules per run: 25,000"; those of the results come on top of these.</summary>
    public const int OtherRulesPerRun = 25_000 - ResultsPerRun;

    /// <summary>"Tags per rule: 20. Only 10 tags will be included".</summary>
    public const int TagsPerRule = 10;

    /// <summary>"name: … Limited to 255 characters".</summary>
    public const int NameLength = 255;

    /// <summary>"shortDescription.text, fullDescription.text: … Limited to 1024 characters".</summary>
    public const int DescriptionLength = 1024;
}
