using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Settings;

/// <summary>Severities as settings and options spell them.</summary>
public static class SeverityName
{
    /// <summary>For settings, whose schemas admit no other name.</summary>
    public static Severity Parse(string name) => Enum.Parse<Severity>(name, ignoreCase: true);

    /// <summary>Null for a name that is none.</summary>
    public static Severity? Find(string name) => name switch
    {
        "low" => Severity.Low,
        "medium" => Severity.Medium,
        "high" => Severity.High,
        "critical" => Severity.Critical,
        _ => null,
    };
}
