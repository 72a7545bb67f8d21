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
