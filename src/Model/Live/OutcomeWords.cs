namespace PolicyGate.Model.Live;

/// <summary>What became of kinds, as snapshots write it.</summary>
public static class OutcomeWords
{
    public static string Of(KindOutcome outcome) => outcome switch
    {
        KindOutcome.Read => "read",
        KindOutcome.Unknown => "unknown",
        _ => "left-out",
    };

    public static KindOutcome Parse(string word) => word switch
    {
        "read" => KindOutcome.Read,
        "unknown" => KindOutcome.Unknown,
        _ => KindOutcome.LeftOut,
    };
}
