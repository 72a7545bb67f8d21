namespace PolicyGate.Model.Assessments;

/// <summary>What one policy says of one subject.</summary>
public enum Outcome
{
    Pass,
    Fail,
    NotApplicable,

    /// <summary>It could not be judged. Never a pass: the gate stays shut.</summary>
    Error,
}
