using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// What a template of Velero's takes along. See https://velero.io/docs/main/api-types/backup/ and, for the annotations,
/// https://velero.io/docs/main/file-system-backup/.
/// </summary>
internal static class VeleroBackups
{
    public static bool Takes(Node template, VolumeToSave volume) =>
        Admits(template["includedNamespaces"], template["excludedNamespaces"], volume.Namespace)
        && TakesClaims(template)
        && Selects(template, volume)
        && !volume.HasLabel("velero.io/exclude-from-backup", "true")
        && TakesContents(template, volume);

    /// <summary>It takes volumes of some namespace; else it saves manifests only.</summary>
    public static bool TakesVolumes(Node template) =>
        TakesClaims(template) && (!template["snapshotVolumes"].IsFalse || template["defaultVolumesToFsBackup"].IsTrue || template["defaultVolumesToRestic"].IsTrue);

    private static bool TakesClaims(Node template) =>
        Admits(template["includedResources"], template["excludedResources"], "persistentvolumeclaims", "persistentvolumeclaim", "pvc")
        && Admits(template["includedNamespaceScopedResources"], template["excludedNamespaceScopedResources"], "persistentvolumeclaims", "persistentvolumeclaim", "pvc");

    private static bool Selects(Node template, VolumeToSave volume) =>
        (template["labelSelector"].IsMissing || volume.Matches(template["labelSelector"]))
        && (template["orLabelSelectors"].Count == 0 || template["orLabelSelectors"].Items.Any(volume.Matches));

    /// <summary>By a snapshot, or file by file: all volumes of a pod but those that it excludes, or those that it names.</summary>
    private static bool TakesContents(Node template, VolumeToSave volume)
    {
        bool byFile = template["defaultVolumesToFsBackup"].IsTrue || template["defaultVolumesToRestic"].IsTrue;
        return byFile
            ? !volume.Mounts.Any(mount => IsListed(mount, "backup.velero.io/backup-volumes-excludes"))
            : !template["snapshotVolumes"].IsFalse || volume.Mounts.Any(mount => IsListed(mount, "backup.velero.io/backup-volumes"));
    }

    private static bool IsListed((PodTemplate Pod, string Name) mount, string annotation) =>
        mount.Name.Length > 0 && (mount.Pod.Annotations[annotation] ?? "").Split(',', StringSplitOptions.TrimEntries).Contains(mount.Name);

    private static bool Admits(Node included, Node excluded, params string[] names) =>
        (included.Count == 0 || included.Texts.Any(text => names.Any(name => Matches(text, name))))
        && !excluded.Texts.Any(text => names.Any(name => Matches(text, name)));

    /// <summary>Stars stand for any text, and group suffixes say nothing here: <c>persistentvolumeclaims</c> is in the core group.</summary>
    private static bool Matches(string pattern, string name)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        return star < 0
            ? pattern == name
            : name.StartsWith(pattern[..star], StringComparison.Ordinal) && name.EndsWith(pattern[(pattern.LastIndexOf('*') + 1)..], StringComparison.Ordinal);
    }
}
