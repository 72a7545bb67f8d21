using System.Collections.Immutable;

namespace PolicyGate.Model.Assessments;

/// <summary>May the change pass?</summary>
public enum Gate
{
    Open,

    /// <summary>Something fails.</summary>
    Closed,

    /// <summary>Something could not be judged, so nobody can say that all is well.</summary>
    Inconclusive,
}

/// <summary>How findings decide about the gate.</summary>
public static class Gates
{
    /// <summary>What could not be judged beats what fails, and that beats what is well.</summary>
    public static Gate Of(ImmutableArray<Finding> findings, Severity failOn)
    {
        ImmutableArray<Finding> standing = [.. findings.Where(finding => finding.IsStanding)];
        return standing.Any(finding => finding.Verdict == Outcome.Error) ? Gate.Inconclusive
            : standing.Any(finding => finding.Severity >= failOn) ? Gate.Closed
            : Gate.Open;
    }
}
