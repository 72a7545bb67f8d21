using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where backups are written to, by every means that the field uses.</summary>
internal static class BackupTargets
{
    public static IEnumerable<BackupTarget> In(Estate estate) => estate.Resources.SelectMany(resource => Of(resource, estate));

    /// <summary>All that writes to a bucket: backups, and workloads whose variables name one.</summary>
    public static IEnumerable<BackupTarget> UsesIn(Estate estate) => estate.BackupTargets.Concat(estate.Resources
        .Where(resource => resource.Pods.Length > 0 && !resource.SavesByScript)
        .SelectMany(resource => ScriptTargets.Uses(resource, estate)));

    /// <summary>The bucket of that name, of the same environment first.</summary>
    public static StorageBucket? Declared(StoreAddress address, Resource user, Estate estate) => address.Bucket.Length == 0 ? null : estate.StorageBuckets
        .Where(bucket => bucket.Name == address.Bucket)
        .OrderBy(bucket => bucket.Environment == user.Environment ? 0 : 1)
        .FirstOrDefault();

    private static IEnumerable<BackupTarget> Of(Resource resource, Estate estate) => (resource.Kind, resource.Group) switch
    {
        // https://cloudnative-pg.io/documentation/current/appendixes/object_stores/
        ("Cluster", "postgresql.cnpg.io") => BarmanTargets.Of(resource, resource["spec.backup.barmanObjectStore"], estate),

        // https://cloudnative-pg.io/plugin-barman-cloud/docs/plugin-barman-cloud.v1/
        ("ObjectStore", "barmancloud.cnpg.io") => BarmanTargets.Of(resource, resource["spec.configuration"], estate),
        ("BackupStorageLocation", "velero.io") => OfVelero(resource, estate),
        ("postgresql", "acid.zalan.do") or ("OperatorConfiguration", "acid.zalan.do") => SpiloTargets.Of(resource, estate),
        ("PostgresCluster", "postgres-operator.crunchydata.com") or ("PerconaPGCluster", "pgv2.percona.com") => BackRestTargets.Of(resource, estate),
        ("Schedule" or "Backup", "k8up.io") => OfK8up(resource, estate),
        ("BackupTarget", "longhorn.io") => OfAddress(resource, resource["spec.backupTargetURL"], estate),
        ("Profile", "config.kio.kasten.io") => OfKasten(resource, estate),
        _ when SpiloTargets.IsSettings(resource) => SpiloTargets.Of(resource, estate),
        _ when resource.Kind is not ("Job" or "Pod") && resource.SavesByScript => ScriptTargets.Of(resource, estate),
        _ => [],
    };

    /// <summary>
    /// What its plugins write, read-only ones apart. See https://velero.io/docs/main/api-types/backupstoragelocation/,
    /// https://github.com/vmware-tanzu/velero-plugin-for-aws/blob/main/backupstoragelocation.md and
    /// https://github.com/vmware-tanzu/velero-plugin-for-gcp/blob/main/backupstoragelocation.md.
    /// </summary>
    private static IEnumerable<BackupTarget> OfVelero(Resource location, Estate estate)
    {
        Node config = location["spec.config"];
        StoreAddress address = StoreAddress.In(
            location["spec.objectStorage.bucket"].Text, location["spec.objectStorage.prefix"].Text, config["s3Url"].Text);
        StorageBucket? bucket = Declared(address, location, estate);
        Node? key = new[] { config["kmsKeyId"], config["kmsKeyName"], config["customerKeyEncryptionFile"], config["customerKeyEncryptionSecret"] }
            .FirstOrDefault(place => place.Text.Length > 0);
        BackupEncryption encryption =
            key is not null ? BackupEncryption.Named(key)
            : bucket?.Key is { } named ? BackupEncryption.Named(named)
            : config["serverSideEncryption"].Exists
                ? new(BackupKey.Provider, config["serverSideEncryption"], $"{config["serverSideEncryption"]} without kmsKeyId uses a key of the store")
            : new(BackupKey.None, config["kmsKeyId"], "neither its config nor its bucket names a key");
        return location["spec.accessMode"].Text == "ReadOnly" ? [] :
        [
            new(location, location["spec.objectStorage.bucket"], address, estate)
            {
                Declaration = bucket,
                Region = FirstRegion([config["region"], config["s3Url"]], bucket),
                Encryption = [encryption],
            },
        ];
    }

    /// <summary>restic encrypts always; the password is the key. See https://docs.k8up.io/k8up/references/api-reference.html.</summary>
    private static IEnumerable<BackupTarget> OfK8up(Resource schedule, Estate estate)
    {
        Node backend = schedule["spec.backend"];
        Node store = backend.Fields.FirstOrDefault(field => field["bucket"].Exists || field["container"].Exists, backend["s3"]);
        Node place = store["bucket"].Exists ? store["bucket"] : store["container"];
        StoreAddress address = StoreAddress.In(place.Text, store["path"].Text, store["endpoint"].Text);
        StorageBucket? bucket = Declared(address, schedule, estate);
        Node password = backend["repoPasswordSecretRef"];
        return backend.IsMissing || store.IsMissing ? [] :
        [
            new(schedule, place, address, estate)
            {
                Declaration = bucket,
                Region = FirstRegion([store["endpoint"]], bucket),
                Encryption = [password.Exists ? BackupEncryption.Named(password) : BackupEncryption.Otherwise(bucket, password, "it names no secret with the repository's password")],
            },
        ];
    }

    /// <summary>What a volume's backup holds is encrypted as the volume is.</summary>
    private static IEnumerable<BackupTarget> OfAddress(Resource target, Node url, Estate estate)
    {
        StoreAddress address = StoreAddress.Parse(url.Text) ?? StoreAddress.Unknown;
        StorageBucket? bucket = Declared(address, target, estate);
        return url.Text.Length == 0 ? [] : [new(target, url, address, estate) { Declaration = bucket, Region = FirstRegion([url], bucket) }];
    }

    /// <summary>https://docs.kasten.io/latest/api/profiles.html; its protection period sets the locks of the objects.</summary>
    private static IEnumerable<BackupTarget> OfKasten(Resource profile, Estate estate)
    {
        Node store = profile["spec.locationSpec.objectStore"];
        StoreAddress address = StoreAddress.In(store["name"].Text, store["path"].Text, store["endpoint"].Text);
        StorageBucket? bucket = Declared(address, profile, estate);
        return store.IsMissing ? [] :
        [
            new(profile, store["name"], address, estate)
            {
                Declaration = bucket,
                Region = FirstRegion([store["region"], store["endpoint"]], bucket),
                OwnLock = store["protectionPeriod"].Exists ? store["protectionPeriod"] : null,
            },
        ];
    }

    /// <summary>
    /// The first place that tells a region: what is called a region, or an address with one in it; else the bucket's own.
    /// </summary>
    public static Node? FirstRegion(IEnumerable<Node> places, StorageBucket? bucket) =>
        places.FirstOrDefault(place => place.Text.Length > 0
            && (CloudRegion.In(place.Text) is not null || place.Text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')))
        ?? (bucket?.Region is { Text.Length: > 0 } region ? region : null);
}
