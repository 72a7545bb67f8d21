using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where retention is written, in the words of each program. A month is 30 days here, a year 365.</summary>
internal static partial class BackupRetentions
{
    private static readonly (string Name, int Days)[] Calendar = [("Daily", 1), ("Weekly", 7), ("Monthly", 30), ("Yearly", 365)];

    public static IEnumerable<BackupRetention> In(Estate estate)
    {
        BackupRetention[] all = [.. estate.Resources.SelectMany(Of)];
        ILookup<string, BackupRetention> same = all.ToLookup(one => $"{one.Environment.Name} {one.Scope}", StringComparer.Ordinal);
        foreach (BackupRetention one in all)
        {
            one.Longest = same[$"{one.Environment.Name} {one.Scope}"].Max(other => other.Kept);
        }

        return all.Concat(estate.BackupTargets.Select(target => target.Declaration).OfType<StorageBucket>().Distinct().SelectMany(OfBucket));
    }

    private static IEnumerable<BackupRetention> Of(Resource resource) => (resource.Kind, resource.Group) switch
    {
        // https://cloudnative-pg.io/documentation/current/backup_barmanobjectstore/#retention-policies
        ("Cluster", "postgresql.cnpg.io") when resource["spec.backup.barmanObjectStore"].Exists => [Letters(resource, resource["spec.backup.retentionPolicy"])],
        ("ObjectStore", "barmancloud.cnpg.io") => [Letters(resource, resource["spec.retentionPolicy"])],

        // Thirty days unless it says otherwise: https://velero.io/docs/main/how-velero-works/#set-a-backup-to-expire
        ("Schedule", "velero.io") when VeleroBackups.TakesVolumes(resource["spec.template"]) => [Velero(resource, resource["spec.template.ttl"])],
        ("postgresql", "acid.zalan.do") => OfZalando(resource),
        ("PostgresCluster", "postgres-operator.crunchydata.com") => OfCrunchy(resource),

        // https://docs.k8up.io/k8up/references/api-reference.html
        ("Schedule", "k8up.io") => [Kept(resource, resource["spec.prune.retention"], "keep")],

        // https://volsync.readthedocs.io/en/stable/usage/restic/
        ("ReplicationSource", "volsync.backube") when resource["spec.restic"].Exists => [Kept(resource, resource["spec.restic.retain"], "")],

        // https://docs.kasten.io/latest/api/policies.html
        ("Policy", "config.kio.kasten.io") when VolumeBackups.IsSchedule(resource) => [Kept(resource, resource["spec.retention"], "")],

        // https://longhorn.io/docs/latest/snapshots-and-backups/scheduling-backups-and-snapshots/
        ("RecurringJob", "longhorn.io") when VolumeBackups.IsSchedule(resource) => [Counted(resource, resource["spec.retain"], VolumeBackups.Described(resource))],
        ("CronJob", "batch") when resource.SavesByScript => OfScript(resource),
        _ => [],
    };

    /// <summary>
    /// Dumps by an interval, base backups by their number, five unless it says otherwise:
    /// https://github.com/zalando/postgres-operator/blob/master/docs/reference/cluster_manifest.md,
    /// https://github.com/zalando/spilo/blob/master/ENVIRONMENT.rst.
    /// </summary>
    private static IEnumerable<BackupRetention> OfZalando(Resource cluster)
    {
        Node interval = cluster["spec.logicalBackupRetention"];
        if (cluster["spec.enableLogicalBackup"].IsTrue && interval.Exists)
        {
            yield return new(cluster, interval, Interval(interval.Text));
        }

        Node? number = cluster["spec.env"].Items.FirstOrDefault(variable => variable["name"].Text == "BACKUP_NUM_TO_RETAIN")?["value"];
        Node? schedule = cluster["spec.env"].Items.FirstOrDefault(variable => variable["name"].Text == "BACKUP_SCHEDULE")?["value"];
        if (number is not null)
        {
            yield return Counted(cluster, number, new(schedule ?? number, Defect: null) { DefaultTime = "0 1 * * *", Time = schedule ?? cluster["spec.backupSchedule"] });
        }
    }

    /// <summary>A number of full backups, or days: https://pgbackrest.org/configuration.html#section-repository/option-repo-retention-full.</summary>
    private static IEnumerable<BackupRetention> OfCrunchy(Resource cluster)
    {
        Node global = cluster["spec.backups.pgbackrest.global"];
        foreach (Node repository in cluster["spec.backups.pgbackrest.repos"].Items)
        {
            Node full = global.Field($"{repository["name"].Text}-retention-full");
            bool isTime = global.Field($"{repository["name"].Text}-retention-full-type").Text == "time";
            yield return isTime ? new(cluster, full, Days(Number(full.Text)))
                : full.IsMissing ? new(cluster, full, kept: null)
                : Counted(cluster, full, new(repository["schedules.full"], Defect: null));
        }
    }

    /// <summary>restic's options, what is deleted by age, and the variables of well-known images; nothing where nothing is deleted.</summary>
    private static IEnumerable<BackupRetention> OfScript(Resource job)
    {
        ScriptText[] texts = [.. job.Scripts];
        foreach (ScriptText text in texts)
        {
            Match[] keeps = [.. Keep().Matches(text.Text).Cast<Match>()];
            if (keeps.Length > 0)
            {
                yield return new(job, text.Place, keeps.Select(KeptBy).Max());
            }

            foreach (Match deletion in Deletion().Matches(text.Text).Cast<Match>())
            {
                yield return new(job, text.Place, Days(Number(deletion.Groups["days"].Value)));
            }
        }

        if (texts.FirstOrDefault(text => text.IsVariable && KeepVariable().IsMatch(text.Name) && Number(text.Text) is not null) is { } variable)
        {
            yield return new(job, variable.Place, texts.Where(text => text.IsVariable && KeepVariable().IsMatch(text.Name))
                .Select(text => Days(Number(text.Text) * (text.Name.Contains("WEEK", StringComparison.Ordinal) ? 7 : text.Name.Contains("MONTH", StringComparison.Ordinal) ? 30 : 1)))
                .Max());
        }
    }

    /// <summary>A bucket that deletes what has reached an age.</summary>
    private static IEnumerable<BackupRetention> OfBucket(StorageBucket bucket) =>
        bucket.Expiries.Select(days => new BackupRetention(bucket.Resource, days, Days(days.Integer)) { Longest = Days(days.Integer) });

    private static BackupRetention Letters(Resource resource, Node policy) =>
        new(resource, policy, LetterPolicy().Match(policy.Text) is { Success: true } match
            ? Days(Number(match.Groups["number"].Value) * match.Groups["unit"].Value switch { "w" => 7, "m" => 30, _ => 1 })
            : default(Duration?));

    private static BackupRetention Velero(Resource resource, Node ttl) =>
        new(resource, ttl, ttl.IsMissing || ttl.Text is "0" or "0s" ? Days(30) : Duration.TryParse(ttl.Text, out Duration kept) ? kept : default(Duration?));

    private static BackupRetention Kept(Resource resource, Node retention, string before)
    {
        Duration?[] kept = [.. Calendar.Select(unit => Days(CountOf(retention, $"{before}{unit.Name}") * unit.Days))];
        Duration? within = Duration.TryParse(retention["within"].Text, out Duration longest) ? longest : default(Duration?);
        return new(resource, retention, kept.Append(within).Max());
    }

    /// <summary>Programs begin their fields with a small letter or, after "keep", with a capital.</summary>
    private static long? CountOf(Node retention, string name) =>
        retention.Field(name.ToLowerInvariant()).Integer ?? retention.Field(name).Integer;

    private static BackupRetention Counted(Resource resource, Node number, BackupSchedule schedule) =>
        new(resource, number, schedule.LongestGap is { } gap && Number(number.Text) is { } count and < 100_000 ? new Duration(gap.Span * count) : default(Duration?));

    private static Duration? KeptBy(Match keep) =>
        keep.Groups["time"] is { Success: true, Value: var time } ? ResticTime(time)
        : Days(Number(keep.Groups["number"].Value) * keep.Groups["unit"].Value switch { "weekly" => 7, "monthly" => 30, "yearly" or "annual" => 365, "daily" => 1, _ => 0 });

    /// <summary>Such as <c>1y5m7d2h</c>, where m is a month: https://restic.readthedocs.io/en/stable/060_forget.html.</summary>
    private static Duration? ResticTime(string text) => Days(ResticPart().Matches(text)
        .Sum(part => (Number(part.Groups["number"].Value) ?? 0) * part.Groups["unit"].Value switch { "y" => 365, "m" => 30, "d" => 1, _ => 0 }));

    /// <summary>As PostgreSQL reads it: <c>6 months</c>.</summary>
    private static Duration? Interval(string text) => IntervalPart().Matches(text) is { Count: > 0 } parts
        ? Days(parts.Sum(part => (Number(part.Groups["number"].Value) ?? 0) * part.Groups["unit"].Value switch { "year" => 365, "mon" => 30, "week" => 7, _ => 1 }))
        : default(Duration?);

    private static long? Number(string text) =>
        long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static Duration? Days(long? number) => number is >= 0 and < 1_000_000 ? new Duration(TimeSpan.FromDays(number.Value)) : default(Duration?);

    [GeneratedRegex("^(?<number>[1-9][0-9]*)(?<unit>[dwm])$")]
    private static partial Regex LetterPolicy();

    [GeneratedRegex(@"--keep-(?:within(?:-[a-z]+)?[ =](?<time>[0-9ymdh]+)|(?<unit>last|hourly|daily|weekly|monthly|yearly|annual)[ =](?<number>[0-9]+))")]
    private static partial Regex Keep();

    [GeneratedRegex(@"-mtime\s+\+(?<days>[0-9]+)|--min-age[ =](?<days>[0-9]+)d|--older-than[ =](?<days>[0-9]+)d")]
    private static partial Regex Deletion();

    [GeneratedRegex("^(BACKUP_)?(KEEP|RETENTION)_(DAYS|WEEKS|MONTHS)$|^(BACKUP_)?RETENTION$|^(BACKUP_)?RETAIN_DAYS$|^DELETE_OLDER_THAN_DAYS$")]
    private static partial Regex KeepVariable();

    [GeneratedRegex("(?<number>[0-9]+)(?<unit>[ymdh])")]
    private static partial Regex ResticPart();

    [GeneratedRegex(@"(?<number>[0-9]+)\s*(?<unit>year|mon|week|day)")]
    private static partial Regex IntervalPart();
}
