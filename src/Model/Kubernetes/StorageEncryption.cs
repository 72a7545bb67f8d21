using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Whether the volumes of a StorageClass are encrypted at rest.</summary>
public enum AtRest
{
    Encrypted,

    /// <summary>The class could ask for it and does not.</summary>
    Plain,

    /// <summary>It is decided outside of the class: by the file system, the array or the cloud account.</summary>
    Unknown,
}

/// <summary>What a StorageClass says of encryption at rest.</summary>
/// <param name="AtRest">The answer.</param>
/// <param name="Place">The parameter or the provisioner that decides it; the parameter may be missing.</param>
public sealed record StorageEncryption(AtRest AtRest, Node Place)
{
    /// <summary>
    /// What each driver does, by its own documentation. For a driver that is not listed it is decided elsewhere: by the
    /// EFS file system, the vSphere storage policy, the Cinder volume type, the disk under a local volume.
    /// </summary>
    private static readonly Dictionary<string, Driver> Drivers = new(StringComparer.Ordinal)
    {
        // https://github.com/kubernetes-sigs/aws-ebs-csi-driver/blob/master/docs/parameters.md
        ["ebs.csi.aws.com"] = Driver.When("encrypted"),
        ["ebs.csi.eks.amazonaws.com"] = Driver.When("encrypted"),
        ["kubernetes.io/aws-ebs"] = Driver.When("encrypted"),

        // Azure encrypts managed disks and storage accounts always:
        // https://learn.microsoft.com/azure/virtual-machines/disk-encryption,
        // https://learn.microsoft.com/azure/storage/common/storage-service-encryption
        ["disk.csi.azure.com"] = Driver.Always,
        ["kubernetes.io/azure-disk"] = Driver.Always,
        ["file.csi.azure.com"] = Driver.Always,
        ["kubernetes.io/azure-file"] = Driver.Always,
        ["blob.csi.azure.com"] = Driver.Always,

        // Google encrypts customer data at rest always: https://cloud.google.com/docs/security/encryption/default-encryption
        ["pd.csi.storage.gke.io"] = Driver.Always,
        ["kubernetes.io/gce-pd"] = Driver.Always,
        ["filestore.csi.storage.gke.io"] = Driver.Always,

        // https://github.com/ceph/ceph-csi/blob/devel/docs/rbd/deploy.md, …/docs/cephfs/deploy.md
        ["rbd.csi.ceph.com"] = Driver.When("encrypted"),
        ["cephfs.csi.ceph.com"] = Driver.When("encrypted"),

        // https://longhorn.io/docs/latest/advanced-resources/security/volume-encryption/
        ["driver.longhorn.io"] = Driver.When("encrypted"),

        // https://docs.portworx.com/portworx-enterprise/platform/secure/encryption
        ["pxd.portworx.com"] = Driver.When("secure"),
        ["kubernetes.io/portworx-volume"] = Driver.When("secure"),

        // https://github.com/openebs/zfs-localpv/blob/develop/docs/storageclasses.md
        ["zfs.csi.openebs.io"] = Driver.Unless("encryption", "off"),

        // https://github.com/scaleway/scaleway-csi#encrypting-volumes
        ["csi.scaleway.com"] = Driver.When("encrypted"),

        // https://github.com/linode/linode-blockstorage-csi-driver#encrypted-drives-using-luks
        ["linodebs.csi.linode.com"] = Driver.When("linodebs.csi.linode.com/luks-encrypted"),

        // https://github.com/hetznercloud/csi-driver/blob/main/docs/kubernetes/README.md#encryption-with-luks
        ["csi.hetzner.cloud"] = Driver.Unless("csi.storage.k8s.io/node-publish-secret-name", ""),

        // https://docs.digitalocean.com/products/volumes/details/features/
        ["dobs.csi.digitalocean.com"] = Driver.Always,
    };

    internal static StorageEncryption Of(StorageClass storageClass)
    {
        Driver driver = Drivers.GetValueOrDefault(DriverName(storageClass.Provisioner), Driver.Elsewhere);
        if (driver.Parameter is null)
        {
            return new(driver.Default, storageClass["provisioner"]);
        }

        Node parameter = storageClass["parameters"].Field(driver.Parameter);
        bool isOn = parameter.Text.Length > 0 && driver.IsOn(parameter.Text);
        return new(isOn ? AtRest.Encrypted : AtRest.Plain, parameter);
    }

    /// <summary>Rook puts the namespace of its operator before the names of the Ceph drivers.</summary>
    private static string DriverName(string provisioner)
    {
        int ceph = provisioner.LastIndexOf(".csi.ceph.com", StringComparison.Ordinal);
        int dot = ceph <= 0 ? -1 : provisioner.LastIndexOf('.', ceph - 1);
        return provisioner[(dot + 1)..];
    }

    private sealed record Driver(AtRest Default, string? Parameter, Func<string, bool> IsOn)
    {
        public static Driver Always { get; } = new(AtRest.Encrypted, null, _ => true);

        public static Driver Elsewhere { get; } = new(AtRest.Unknown, null, _ => false);

        public static Driver When(string parameter) =>
            new(AtRest.Plain, parameter, text => text.Equals("true", StringComparison.OrdinalIgnoreCase));

        public static Driver Unless(string parameter, string off) =>
            new(AtRest.Plain, parameter, text => !text.Equals(off, StringComparison.OrdinalIgnoreCase));
    }
}
