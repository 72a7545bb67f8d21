using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>The schedules that take a volume along: Velero's, those of other operators, and CronJobs that mount it.</summary>
internal static class VolumeBackups
{
    public static IEnumerable<BackupSchedule> Of(VolumeToSave volume, Estate estate) => estate.OnClusterOf(volume.Environment)
        .SelectMany(environment => estate.VolumeSchedules[environment])
        .Where(schedule => Takes(schedule, volume))
        .Select(Described);

    /// <summary>It is some schedule of backups of volumes, whatever it takes.</summary>
    public static bool IsSchedule(Resource resource) => TimeOf(resource) is not null;

    public static BackupSchedule Described(Resource schedule)
    {
        Node time = TimeOf(schedule)!;
        Node? off = new[] { schedule["spec.suspend"], schedule["spec.paused"], schedule["spec.disabled"] }.FirstOrDefault(place => place.IsTrue);
        return off is null
            ? new(time, time.IsMissing ? $"{schedule.Kind} {schedule.Name} has no schedule" : null)
            : new(off, $"{schedule.Kind} {schedule.Name} is {(off.Name == "paused" ? "paused" : off.Name == "suspend" ? "suspended" : "disabled")}") { Time = time };
    }

    /// <summary>Where each kind says when it runs; null for what backs no volumes up.</summary>
    private static Node? TimeOf(Resource resource) => (resource.Kind, resource.Group) switch
    {
        // https://velero.io/docs/main/api-types/schedule/
        ("Schedule", "velero.io") => resource["spec.schedule"],

        // https://docs.k8up.io/k8up/references/api-reference.html
        ("Schedule", "k8up.io") => resource["spec.backup.schedule"],

        // https://volsync.readthedocs.io/en/stable/usage/triggers.html
        ("ReplicationSource", "volsync.backube") => resource["spec.trigger.schedule"],

        // https://longhorn.io/docs/latest/snapshots-and-backups/scheduling-backups-and-snapshots/
        ("RecurringJob", "longhorn.io") when resource["spec.task"].Text.StartsWith("backup", StringComparison.Ordinal) => resource["spec.cron"],

        // https://stash.run/docs/latest/concepts/crds/backupconfiguration/
        ("BackupConfiguration", "stash.appscode.com") => resource["spec.schedule"],

        // https://docs.kasten.io/latest/api/policies.html
        ("Policy", "config.kio.kasten.io") when resource["spec.actions"].Items.Any(action => action["action"].Text == "backup") => resource["spec.frequency"],

        // https://backube.github.io/snapscheduler/usage.html
        ("SnapshotSchedule", "snapscheduler.backube") => resource["spec.schedule"],
        ("CronJob", _) when resource.SavesByScript => resource["spec.schedule"],
        _ => null,
    };

    private static bool Takes(Resource schedule, VolumeToSave volume) => (schedule.Kind, schedule.Group) switch
    {
        (_, "velero.io") => VeleroBackups.Takes(schedule["spec.template"], volume),
        (_, "k8up.io") => schedule.Namespace == volume.Namespace && volume.Annotations["k8up.io/backup"] != "false",
        (_, "volsync.backube") => schedule.Namespace == volume.Namespace && volume.IsNamed(schedule["spec.sourcePVC"].Text),
        (_, "longhorn.io") => IsInGroup(schedule, volume),
        (_, "stash.appscode.com") => schedule.Namespace == volume.Namespace && IsTarget(schedule["spec.target.ref"], volume),
        (_, "config.kio.kasten.io") => IsKastenApplication(schedule["spec.selector"], volume.Namespace),
        (_, "snapscheduler.backube") => schedule.Namespace == volume.Namespace && volume.Matches(schedule["spec.claimSelector"]),
        _ => schedule.Namespace == volume.Namespace && schedule.Pods.SelectMany(pod => pod.Volumes).Any(mounted => volume.IsNamed(mounted.ClaimName)),
    };

    private static bool IsInGroup(Resource job, VolumeToSave volume) =>
        volume.HasLabel($"recurring-job.longhorn.io/{job.Name}", "enabled")
        || job["spec.groups"].Texts.Any(group => volume.HasLabel($"recurring-job-group.longhorn.io/{group}", "enabled"));

    private static bool IsTarget(Node reference, VolumeToSave volume) => reference["kind"].Text == "PersistentVolumeClaim"
        ? volume.IsNamed(reference["name"].Text)
        : volume.Mounts.Any(mount => mount.Pod.Workload.Name == reference["name"].Text && mount.Pod.Workload.Kind == reference["kind"].Text);

    private static bool IsKastenApplication(Node selector, string ns) =>
        selector["matchLabels"].Field("k10.kasten.io/appNamespace").Text == ns
        || selector["matchExpressions"].Items.Any(expression =>
            expression["key"].Text == "k10.kasten.io/appNamespace" && expression["operator"].Text == "In" && expression["values"].Texts.Contains(ns));
}
