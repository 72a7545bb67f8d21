using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Kubernetes;

/// <summary>A StorageClass. See https://kubernetes.io/docs/concepts/storage/storage-classes/.</summary>
public sealed class StorageClass : Subject
{
    private const string DefaultClass = "storageclass.kubernetes.io/is-default-class";
    private const string DefaultClassBeta = "storageclass.beta.kubernetes.io/is-default-class";

    internal StorageClass(Resource resource)
        : base(resource.Environment, resource.Node)
    {
        Resource = resource;
    }

    public Resource Resource { get; }

    public string Name => Resource.Name;

    public string Provisioner => Node["provisioner"].Text;

    /// <summary>Claims that name no class get this one.</summary>
    public bool IsDefault =>
        Resource.Annotations[DefaultClass] == "true" || Resource.Annotations[DefaultClassBeta] == "true";

    /// <summary>What its provisioner and parameters say of encryption at rest.</summary>
    public StorageEncryption Encryption => StorageEncryption.Of(this);

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => Resource.Description;
}
