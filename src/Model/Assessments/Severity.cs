namespace PolicyGate.Model.Assessments;

/// <summary>How much a finding matters, least first.</summary>
public enum Severity
{
    Low,
    Medium,
    High,
    Critical,
}
