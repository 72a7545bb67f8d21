namespace PolicyGate.Publish.Received;

/// <summary>
/// How much of a report is taken, so that nobody can fill a publisher's memory. Our own choices, each several times what
/// the largest estates that were measured need.
/// </summary>
public static class ReceivedLimits
{
    /// <summary>Of the file, in bytes.</summary>
    public const int ReportBytes = 64 * 1024 * 1024;

    /// <summary>Of the payload of an event, in bytes; GitHub's own are "capped at 25 MB"
    /// (<see href="https://docs.github.com/webhooks/webhook-events-and-payloads#payload-cap">payload cap</see>).</summary>
    public const int PayloadBytes = 25 * 1024 * 1024;

    /// <summary>In one list, but for verdicts, which are only looked through.</summary>
    public const int Items = 100_000;

    public const int Verdicts = 1_000_000;

    /// <summary>Of a list of texts within a finding.</summary>
    public const int Texts = 50;

    /// <summary>Of a message, a reason or an advice, in UTF-16 units; the rest is cut, and it is said.</summary>
    public const int LongText = 2_000;

    /// <summary>Of a name, an id, a path or a value.</summary>
    public const int ShortText = 1_000;

    /// <summary>Of the text that a fix brings; a longer one is no suggestion.</summary>
    public const int Replacement = 10_000;

    /// <summary>Problems that are told; there may be as many as fields.</summary>
    public const int Problems = 20;

    /// <summary>Passes kept per policy, to be shown.</summary>
    public const int PassesPerPolicy = 3;
}
