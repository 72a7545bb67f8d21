using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Settings;

/// <summary>Severities as settings and options spell them.</summary>
public static class SeverityName
{
    /// <summary>For settings, whose schemas admit no other name.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static Severity Parse(string name) => Find(name) ?? throw new ArgumentException($"'{name}' is no severity", nameof(name));

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
