using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Where workloads that save data by a script put it, and how they encrypt it.</summary>
internal static partial class ScriptTargets
{
    /// <summary>AWS_BUCKETNAME is that of https://github.com/camptocamp/odoo-cloud-platform/tree/16.0/attachment_s3.</summary>
    private static readonly string[] BucketVariables =
    [
        "S3_BUCKET", "BUCKET", "BUCKET_NAME", "AWS_BUCKET", "BACKUP_BUCKET", "S3_BUCKET_NAME", "AWS_S3_BUCKET", "GCS_BUCKET",
        "AWS_BUCKETNAME", "AWS_BUCKET_NAME", "AWS_S3_BUCKET_NAME", "AWS_STORAGE_BUCKET_NAME", "S3_BUCKETNAME", "MINIO_BUCKET", "MINIO_BUCKET_NAME",
        "BACKUP_S3_BUCKET", "ATTACHMENTS_BUCKET", "FILESTORE_BUCKET", "ODOO_S3_BUCKET", "GCS_BUCKET_NAME", "GCP_BUCKET", "STORAGE_BUCKET",
    ];

    private static readonly string[] PrefixVariables = ["S3_PREFIX", "PREFIX", "BACKUP_PREFIX", "BUCKET_PREFIX"];

    private static readonly string[] RegionVariables = ["AWS_REGION", "AWS_DEFAULT_REGION", "S3_REGION", "REGION"];

    private static readonly string[] KeyVariables =
    [
        "RESTIC_PASSWORD", "RESTIC_PASSWORD_FILE", "RESTIC_PASSWORD_COMMAND", "KOPIA_PASSWORD", "BORG_PASSPHRASE", "BORG_PASSCOMMAND",
        "WALG_LIBSODIUM_KEY", "WALG_LIBSODIUM_KEY_PATH", "WALG_PGP_KEY", "WALG_PGP_KEY_PATH", "WALG_GPG_KEY_ID", "WALE_GPG_KEY_ID", "WALG_CSE_KMS_ID",
        "WALG_S3_SSE_KMS_ID", "PGBACKREST_REPO1_CIPHER_TYPE", "AGE_RECIPIENT", "AGE_RECIPIENTS", "GPG_RECIPIENT", "GPG_PUBLIC_KEY", "S3_SSE_KMS_KEY_ID", "KMS_KEY_ID",
    ];

    public static IEnumerable<BackupTarget> Of(Resource workload, Estate estate)
    {
        ScriptText[] texts = [.. workload.Scripts];
        Node spoken = (BackupScripts.Tool(workload) ?? texts.FirstOrDefault(text => !text.IsVariable))?.Place ?? workload.Node;
        string endpoint = Variable(texts, "AWS_ENDPOINT_URL", "AWS_ENDPOINT", "S3_ENDPOINT", "AWS_S3_ENDPOINT")?.Text ?? "";
        (Node place, StoreAddress address) = Written(Addresses(texts, endpoint)) ?? (spoken, StoreAddress.Unknown);
        StorageBucket? bucket = BackupTargets.Declared(address, workload, estate);
        string all = string.Join('\n', texts.Where(text => !text.IsVariable).Select(text => text.Text).Concat(workload.Pods.SelectMany(pod => pod.Containers).Select(BackupScripts.Line)));
        return
        [
            new(workload, place, address, estate)
            {
                Declaration = bucket,
                Region = RegionOf(texts, place) ?? BackupTargets.FirstRegion([place], bucket),
                Encryption = [EncryptionOf(texts, all, spoken, bucket)],
                Sources = [.. texts.Where(text => !text.IsVariable).SelectMany(text => StoreAddress.All(Resolved(text.Text, texts))).Select(source => source.Bucket)],
                OwnLock = ObjectLock().IsMatch(all) ? spoken : null,
            },
        ];
    }

    /// <summary>The first; where the words of a command stand one by one, the last of them, as a copy names its source first.</summary>
    private static (Node Place, StoreAddress Address)? Written(IEnumerable<(Node Place, StoreAddress Address)> found)
    {
        (Node Place, StoreAddress Address)[] all = [.. found];
        return all is [] ? null : IsWord(all[0].Place) ? all.Last(one => IsWord(one.Place)) : all[0];
    }

    private static bool IsWord(Node place) =>
        place.Parent.Name is "command" or "args" && !place.Text.Any(char.IsWhiteSpace) && !place.Text.StartsWith('-');

    /// <summary>The buckets that the variables of a workload name which saves nothing: attachments, exports, logs.</summary>
    public static IEnumerable<BackupTarget> Uses(Resource workload, Estate estate)
    {
        ScriptText[] variables = [.. workload.Scripts.Where(text => text.IsVariable)];
        string endpoint = Variable(variables, "AWS_ENDPOINT_URL", "AWS_ENDPOINT", "S3_ENDPOINT", "AWS_S3_ENDPOINT")?.Text ?? "";
        return Addresses(variables, endpoint).Select(found => new BackupTarget(workload, found.Place, found.Address, estate));
    }

    /// <summary>Addresses in commands, then in variables, then buckets that a variable names.</summary>
    private static IEnumerable<(Node Place, StoreAddress Address)> Addresses(ScriptText[] texts, string endpoint)
    {
        foreach (ScriptText text in texts.OrderBy(text => text.IsVariable))
        {
            string said = Resolved(text.Text, texts);
            if (StoreAddress.All(said, endpoint).LastOrDefault(address => !IsNoStore(text, address)) is { } address)
            {
                yield return (text.IsVariable ? Shown(text) : text.Place, address);
            }
        }

        ScriptText? bucket = texts.FirstOrDefault(text => BucketVariables.Contains(text.Name) && text.Text.Length > 0);
        if (bucket is not null)
        {
            yield return (Shown(bucket), StoreAddress.In(bucket.Text, Variable(texts, PrefixVariables)?.Text ?? "", endpoint));
        }
    }

    /// <summary>A database's address is none of a store: <c>host:port</c>, <c>user:password@</c>, an image.</summary>
    private static bool IsNoStore(ScriptText text, StoreAddress address) =>
        address.Bucket.All(char.IsAsciiDigit)
        || text.Text.Contains("postgres://", StringComparison.Ordinal)
        || text.Text.Contains("postgresql://", StringComparison.Ordinal)
        || (text.IsVariable && !text.Text.Contains("://", StringComparison.Ordinal) && !text.Name.Contains("REPO", StringComparison.Ordinal));

    /// <summary>With the variables that the script itself is given: <c>s3://$BUCKET/erp</c>.</summary>
    private static string Resolved(string text, ScriptText[] texts) => VariableUse().Replace(text, use =>
        texts.FirstOrDefault(one => one.IsVariable && one.Name == use.Groups["name"].Value && one.Text.Length > 0)?.Text ?? use.Value);

    private static Node? RegionOf(ScriptText[] texts, Node place) =>
        RemoteRegion(texts, place)
        ?? texts.SkipWhile(text => text.IsVariable || text.Text != "--region").Skip(1).FirstOrDefault()?.Place
        ?? Variable(texts, RegionVariables)
        ?? texts.FirstOrDefault(text => !text.IsVariable && RegionOption().IsMatch(text.Text) && CloudRegion.In(RegionOption().Match(text.Text).Value) is not null)?.Place;

    /// <summary>Of the remote that is written to, as variables set rclone up (https://rclone.org/docs/#config-file).</summary>
    private static Node? RemoteRegion(ScriptText[] texts, Node place) => texts
        .Where(text => text.IsVariable && RcloneRegion().IsMatch(text.Name))
        .Select(text => (Shown: Shown(text), At: place.Text.LastIndexOf($"{RcloneRegion().Match(text.Name).Groups["remote"].Value}:", StringComparison.OrdinalIgnoreCase)))
        .Where(found => found.At >= 0)
        .OrderByDescending(found => found.At)
        .FirstOrDefault().Shown;

    private static BackupEncryption EncryptionOf(ScriptText[] texts, string all, Node spoken, StorageBucket? bucket) =>
        texts.FirstOrDefault(text => text.IsVariable && KeyVariables.Contains(text.Name) && IsSet(text)) is { } key ? BackupEncryption.Named(Shown(key))
        : NamedKey().IsMatch(all) || texts.Any(text => CryptRemote().IsMatch(text.Text) || (text.IsVariable && text.Name.StartsWith("RCLONE_CONFIG_", StringComparison.Ordinal) && text.Text == "crypt"))
            ? BackupEncryption.Named(spoken)
        : bucket?.Key is { } own ? BackupEncryption.Named(own)
        : StoreKey().IsMatch(all) ? new(BackupKey.Provider, spoken, "the store encrypts with a key of its own: name one with --sse-kms-key-id")
        : new(BackupKey.None, spoken, "nothing encrypts what it writes: no age, gpg, openssl or restic, and no key of the store");

    private static bool IsSet(ScriptText variable) => variable.Text.Length > 0 && variable.Text != "none" || variable.Place["valueFrom"].Exists;

    private static Node? Variable(ScriptText[] texts, params string[] names) =>
        texts.FirstOrDefault(text => text.IsVariable && names.Contains(text.Name) && text.Text.Length > 0) is { } found ? Shown(found) : null;

    private static Node Shown(ScriptText variable) => variable.Place["value"].Exists ? variable.Place["value"] : variable.Place;

    [GeneratedRegex(@"\$\{?(?<name>[A-Za-z_]\w*)\}?|\$\((?<name>[A-Z_][A-Z0-9_]*)\)")]
    private static partial Regex VariableUse();

    [GeneratedRegex("^RCLONE_CONFIG_(?<remote>[A-Z0-9_]+)_REGION$")]
    private static partial Regex RcloneRegion();

    [GeneratedRegex(@"--(s3-)?region[ =]\S+|--endpoint-url[ =]\S+")]
    private static partial Regex RegionOption();

    // A key that is written into the command is no secret, so a password there does not count.
    [GeneratedRegex(@"\br?age\b[^|;&\n]*\s(-r|-R|--recipients?(-file)?|-i)\b|\bgpg2?\b[^|;&\n]*\s(-r|--recipient|-R|--recipient-file|-f|--hidden-recipient|--passphrase-f(ile|d))\b|\bopenssl\s+(enc|smime|cms)\b[^|;&\n]*\s-(aes|camellia|aria|chacha)[^|;&\n]*(\s-pass(in)?\s+(file|env|fd):|\s-kfile\b|\s-K\b|\.(pem|crt|cer)\b|\s-recip\b)|\bopenssl\s+(enc|smime|cms)\b[^|;&\n]*(\s-pass\s+(file|env|fd):|\s-kfile\b)[^|;&\n]*\s-(aes|chacha)|--password-file\b|--sse-kms-key-id\b|--sse-c-key\b|--s3-sse-kms-key-id\b|--s3-sse-customer-key|--enc-kms\b|--kms-key\b|--cpk-by-name\b|--encryption-kms-key|--(gpg-)?encrypt-key\b|--repo[0-9]?-cipher-type[ =]aes", RegexOptions.CultureInvariant)]
    private static partial Regex NamedKey();

    [GeneratedRegex(@"^\s*type\s*=\s*crypt\s*$|\b[a-z0-9_-]*crypt[a-z0-9_-]*:\S", RegexOptions.Multiline)]
    private static partial Regex CryptRemote();

    [GeneratedRegex(@"--sse\b|--server-side-encryption\b|--s3-server-side-encryption\b|\bs3cmd\b[^|;&\n]*\s-e\b|--enc-s3\b")]
    private static partial Regex StoreKey();

    [GeneratedRegex(@"--object-lock-mode\b|--object-lock-retain-until-date\b|--s3-object-lock|--retention-mode\b|\s--retention-period\b")]
    private static partial Regex ObjectLock();
}
