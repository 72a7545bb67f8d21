using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// The object stores of CloudNativePG. Encryption is asked for separately for base backups and log
/// (https://cloudnative-pg.io/documentation/current/appendixes/object_stores/); <c>aws:kms</c> uses the bucket's key.
/// </summary>
internal static class BarmanTargets
{
    public static IEnumerable<BackupTarget> Of(Resource resource, Node store, Estate estate)
    {
        Node path = store["destinationPath"];
        StoreAddress address = StoreAddress.Parse(path.Text, store["endpointURL"].Text) ?? StoreAddress.Unknown;
        StorageBucket? bucket = BackupTargets.Declared(address, resource, estate);
        return store.IsMissing ? [] :
        [
            new(resource, path, address, estate)
            {
                Declaration = bucket,
                Region = BackupTargets.FirstRegion([store["endpointURL"], path], bucket),
                Encryption = path.Text.StartsWith("s3:", StringComparison.Ordinal)
                    ? [EncryptionOf(store["data.encryption"], "base backups", bucket), EncryptionOf(store["wal.encryption"], "the log", bucket)]
                    : [BackupEncryption.Otherwise(bucket, path, "only its bucket could name a key, and does not, as far as git tells")],
            },
        ];
    }

    private static BackupEncryption EncryptionOf(Node encryption, string what, StorageBucket? bucket) => encryption.Text switch
    {
        "aws:kms" => BackupEncryption.Named(encryption),
        "" => BackupEncryption.Otherwise(bucket, encryption, $"nothing asks for the encryption of {what}"),
        var other => new(BackupKey.Provider, encryption, $"{other} encrypts {what} with a key of the store"),
    };
}
