using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// When something runs, as CronJobs, Velero and PostgreSQL's operators write it: five fields, or six with the seconds
/// first; <c>@daily</c> and its like; <c>@every 15m</c>; all perhaps after <c>CRON_TZ=Europe/Berlin</c>. See
/// https://pkg.go.dev/github.com/robfig/cron/v3#hdr-CRON_Expression_Format.
/// </summary>
/// <param name="Text">As it is written.</param>
/// <param name="LongestGap">
/// The longest time between two runs, by a clock without daylight saving; null for what never runs, as on 30 February.
/// </param>
public sealed partial record CronSchedule(string Text, Duration? LongestGap)
{
    private const string Every = "@every ";

    private static readonly Dictionary<string, string> Macros = new(StringComparer.Ordinal)
    {
        ["@yearly"] = "0 0 1 1 *",
        ["@annually"] = "0 0 1 1 *",
        ["@monthly"] = "0 0 1 * *",
        ["@weekly"] = "0 0 * * 0",
        ["@daily"] = "0 0 * * *",
        ["@midnight"] = "0 0 * * *",
        ["@hourly"] = "0 * * * *",
    };

    /// <summary>False for what is no schedule, and for signs that only some programs know.</summary>
    public static bool TryParse(string text, [NotNullWhen(true)] out CronSchedule? schedule)
    {
        string rest = ZonePrefix().Replace(text.Trim(), "");
        if (rest.StartsWith(Every, StringComparison.Ordinal))
        {
            schedule = Duration.TryParse(rest[Every.Length..].Trim(), out Duration interval) && interval.Span > TimeSpan.Zero
                ? new(text, interval)
                : null;
            return schedule is not null;
        }

        // https://docs.k8up.io/k8up/references/schedule-specification.html: somewhere in that time, always the same.
        string plain = rest.StartsWith('@') && rest.EndsWith("-random", StringComparison.Ordinal) ? rest[..^"-random".Length] : rest;
        schedule = CronFields.Parse(Macros.GetValueOrDefault(plain, plain)) is { } fields ? new(text, fields.LongestGap()) : null;
        return schedule is not null;
    }

    [GeneratedRegex(@"^(CRON_TZ|TZ)=\S+\s+")]
    private static partial Regex ZonePrefix();
}
