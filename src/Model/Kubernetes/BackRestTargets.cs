using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// The repositories of Crunchy's and Percona's operators. See
/// https://access.crunchydata.com/documentation/postgres-operator/latest/tutorials/backups-disaster-recovery/backups and
/// https://pgbackrest.org/configuration.html#section-repository.
/// </summary>
internal static class BackRestTargets
{
    public static IEnumerable<BackupTarget> Of(Resource cluster, Estate estate) =>
        cluster["spec.backups.pgbackrest.repos"].Items.Select(repository => Of(cluster, repository, estate));

    private static BackupTarget Of(Resource cluster, Node repository, Estate estate)
    {
        Node global = cluster["spec.backups.pgbackrest.global"];
        string name = repository["name"].Text;
        Node store = new[] { repository["s3"], repository["gcs"], repository["azure"] }.FirstOrDefault(place => place.Exists, repository["volume"]);
        Node bucket = store["bucket"].Exists ? store["bucket"] : store["container"];
        StoreAddress address = StoreAddress.In(bucket.Text, global.Field($"{name}-path").Text, store["endpoint"].Text);
        StorageBucket? declared = BackupTargets.Declared(address, cluster, estate);
        Node cipher = global.Field($"{name}-cipher-type");
        Node? key = new[] { global.Field($"{name}-s3-kms-key-id"), global.Field($"{name}-s3-sse-customer-key") }.FirstOrDefault(place => place.Exists);
        return new(cluster, bucket.Exists ? bucket : store, address, estate)
        {
            Declaration = declared,
            Region = BackupTargets.FirstRegion([store["region"], store["endpoint"]], declared),
            Encryption =
            [
                cipher.Text.StartsWith("aes", StringComparison.Ordinal) ? BackupEncryption.Named(cipher)
                : key is not null ? BackupEncryption.Named(key)
                : BackupEncryption.Otherwise(declared, cipher, $"neither {name}-cipher-type nor {name}-s3-kms-key-id is set"),
            ],
        };
    }
}
