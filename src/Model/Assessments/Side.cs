namespace PolicyGate.Model.Assessments;

/// <summary>On which side a finding is, where git was held against clusters.</summary>
public enum Side
{
    /// <summary>Git is wrong, and the cluster is not.</summary>
    Git,

    /// <summary>The cluster is wrong, and git is not.</summary>
    Live,

    Both,
}
