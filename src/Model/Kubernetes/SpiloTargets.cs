using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// Where Zalando's operator and Spilo put backups: variables of a cluster, of a ConfigMap that all pods get, or settings of
/// the operator. See https://github.com/zalando/postgres-operator/blob/master/docs/administrator.md#wal-archiving-and-physical-basebackups
/// and, for the keys, https://wal-g.readthedocs.io/#encryption.
/// </summary>
internal static class SpiloTargets
{
    private static readonly string[] Buckets =
        ["WAL_S3_BUCKET", "WALG_S3_PREFIX", "WALE_S3_PREFIX", "WAL_GS_BUCKET", "WALG_GS_PREFIX", "WALG_AZ_PREFIX", "wal_s3_bucket", "wal_gs_bucket", "logical_backup_s3_bucket"];

    private static readonly string[] Keys =
    [
        "WALG_LIBSODIUM_KEY", "WALG_LIBSODIUM_KEY_PATH", "WALG_PGP_KEY", "WALG_PGP_KEY_PATH", "WALG_GPG_KEY_ID", "WALE_GPG_KEY_ID",
        "WALG_CSE_KMS_ID", "WALG_S3_SSE_KMS_ID", "WALG_YC_CSE_KMS_KEY_ID",
    ];

    /// <summary>A ConfigMap with such variables, which the operator gives to every pod, or with the operator's settings.</summary>
    public static bool IsSettings(Resource resource) =>
        resource.Kind == "ConfigMap" && resource["data"].Fields.Any(field => Buckets.Contains(field.Name) && field.Text.Length > 0);

    public static IEnumerable<BackupTarget> Of(Resource resource, Estate estate)
    {
        Setting[] settings = [.. SettingsOf(resource)];
        return settings.Where(setting => Buckets.Contains(setting.Name) && setting.Value.Text.Length > 0)
            .Select(bucket => Target(resource, bucket, settings, estate));
    }

    private static BackupTarget Target(Resource resource, Setting bucket, Setting[] settings, Estate estate)
    {
        bool isLogical = bucket.Name.StartsWith("logical_", StringComparison.Ordinal);
        Node? endpoint = Find(settings, isLogical ? ["logical_backup_s3_endpoint"] : ["AWS_ENDPOINT", "WALG_S3_ENDPOINT"]);
        Node? prefix = Find(settings, isLogical ? ["logical_backup_s3_bucket_prefix"] : ["WAL_BUCKET_SCOPE_PREFIX"]);
        StoreAddress address = StoreAddress.Parse(bucket.Value.Text, endpoint?.Text ?? "")
            ?? StoreAddress.In(bucket.Value.Text, prefix?.Text ?? "", endpoint?.Text ?? "");
        StorageBucket? declared = BackupTargets.Declared(address, resource, estate);
        Node?[] regions = [Find(settings, isLogical ? ["logical_backup_s3_region"] : ["AWS_REGION", "aws_region"]), endpoint];
        return new(resource, bucket.Value, address, estate)
        {
            Declaration = declared,
            Region = BackupTargets.FirstRegion(regions.OfType<Node>(), declared),
            Encryption = [EncryptionOf(bucket, isLogical, settings, declared)],
        };
    }

    private static BackupEncryption EncryptionOf(Setting bucket, bool isLogical, Setting[] settings, StorageBucket? declared) =>
        !isLogical && Find(settings, Keys) is { } key ? BackupEncryption.Named(key)
        : Find(settings, isLogical ? ["logical_backup_s3_sse"] : ["WALG_S3_SSE"]) is { } sse && declared?.Key is null
            ? new(BackupKey.Provider, sse, $"{sse} uses a key of the store")
        : BackupEncryption.Otherwise(declared, bucket.Value, "no key is named (WALG_LIBSODIUM_KEY_PATH, WALG_PGP_KEY_PATH, WALG_S3_SSE_KMS_ID and their like)");

    private static Node? Find(Setting[] settings, params string[] names) =>
        settings.FirstOrDefault(setting => names.Contains(setting.Name) && (setting.Value.Text.Length > 0 || setting.Value.IsMapping))?.Value;

    private static IEnumerable<Setting> SettingsOf(Resource resource) => resource.Kind switch
    {
        "postgresql" => resource["spec.env"].Items.Select(variable =>
            new Setting(variable["name"].Text, variable["valueFrom"].Exists ? variable["valueFrom"] : variable["value"])),
        "OperatorConfiguration" => resource["configuration.aws_or_gcp"].Fields.Concat(resource["configuration.logical_backup"].Fields)
            .Select(field => new Setting(field.Name, field)),
        _ => resource["data"].Fields.Select(field => new Setting(field.Name, field)),
    };

    private sealed record Setting(string Name, Node Value);
}
