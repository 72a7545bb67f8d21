using PolicyGate.Model.Assessments;

namespace PolicyGate.Report;

/// <summary>The numbers of a run. Counts of verdicts are per policy and subject, not per finding.</summary>
internal sealed record Totals
{
    public Totals(Assessment assessment)
    {
        foreach (PolicySummary policy in assessment.Policies)
        {
            Pass += policy.Pass;
            Fail += policy.Fail;
            Waived += policy.Waived;
            Error += policy.Error;
            NotApplicable += policy.NotApplicable;
        }

        Vacuous = assessment.Policies.Count(policy => policy.IsVacuous);
        SetAside = assessment.Files.Count(file => file.SetAside.Length > 0);
        WaivedFindings = assessment.Findings.Count(finding => finding.IsWaived);
        Unjudged = assessment.Findings.Count(finding => !finding.IsWaived && finding.Verdict == Outcome.Error);
        OpenFindings = assessment.Findings.Count(finding => finding.IsStanding);
        ApartFindings = assessment.Findings.Count(finding => finding.IsApart);
        Tolerated = assessment.Findings.Count(finding =>
            finding.IsStanding && finding.Verdict != Outcome.Error && finding.Severity < assessment.FailOn);
    }

    public int Pass { get; }

    public int Fail { get; }

    public int Waived { get; }

    public int Error { get; }

    public int NotApplicable { get; }

    /// <summary>Policies that met no subject.</summary>
    public int Vacuous { get; }

    /// <summary>Files that were not, or not wholly, judged by rule.</summary>
    public int SetAside { get; }

    /// <summary>Findings that count and that nobody has accepted.</summary>
    public int OpenFindings { get; }

    public int WaivedFindings { get; }

    /// <summary>Findings that do not count: there before, or outside the change.</summary>
    public int ApartFindings { get; }

    /// <summary>Findings that say that something could not be judged.</summary>
    public int Unjudged { get; }

    /// <summary>Open findings too mild to close the gate.</summary>
    public int Tolerated { get; }
}
