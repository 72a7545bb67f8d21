using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Settings;

/// <summary>Severities as settings spell them; the schemas admit no others.</summary>
internal static class SeverityName
{
    public static Severity Parse(string name) => Enum.Parse<Severity>(name, ignoreCase: true);
}
