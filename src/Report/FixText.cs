using PolicyGate.Model.Assessments;

namespace PolicyGate.Report;

/// <summary>A fix in a sentence.</summary>
internal static class FixText
{
    /// <summary>What to do about a finding, in one line: its fix, else its remediation; may be empty.</summary>
    public static string Advice(Finding finding) =>
        finding.Fix is { } fix ? Describe(fix) : Wording.Unwrapped(finding.Remediation);

    /// <summary><c>set spec.replicas to 2</c>.</summary>
    public static string Describe(Fix fix) => fix.Operation switch
    {
        FixOperation.Set => $"set {fix.Place} to {Describe(fix.Value)}",
        FixOperation.Remove => $"remove {fix.Place}",
        FixOperation.Append => $"append {Describe(fix.Value)} to {fix.Place}",
        _ => throw new ArgumentOutOfRangeException(nameof(fix)),
    };

    private static string Describe(FixValue value) => value switch
    {
        FixValue.Text { Value.Length: 0 } => "''",
        FixValue.Text text => text.Value,
        FixValue.List list => $"[{string.Join(", ", list.Items.Select(Describe))}]",
        FixValue.Map map => $"{{{string.Join(", ", map.Fields.Select(Describe))}}}",
        _ => throw new ArgumentOutOfRangeException(nameof(value)),
    };

    private static string Describe(KeyValuePair<string, FixValue> field) => $"{field.Key}: {Describe(field.Value)}";
}
