namespace PolicyGate.Model.Assessments;

/// <summary>Does a finding count for the gate, when only what a change brings is to count?</summary>
public enum Standing
{
    /// <summary>It counts.</summary>
    Counts,

    /// <summary>It was there before the change, in the baseline.</summary>
    KnownBefore,

    /// <summary>It lies in a file that the change does not touch.</summary>
    OutsideChange,
}
