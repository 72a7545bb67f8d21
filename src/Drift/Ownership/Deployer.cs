using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift.Ownership;

/// <summary>Under whose name a dry run shows what a deployment would do.</summary>
public static class Deployer
{
    /// <summary>Of an object that nobody has applied yet on the server's side.</summary>
    public const string Unnamed = "policygate";

    /// <summary>Who applies the object: the server takes away what this one owned and no longer gives.</summary>
    /// <param name="live">The object in the cluster.</param>
    /// <param name="environment">Says who deploys there.</param>
    public static string Of(Node live, Environment environment)
    {
        KnownOwners known = KnownOwners.Of(environment);
        return live["metadata.managedFields"].Items.Select(FieldOwner.Of)
            .FirstOrDefault(owner => owner.IsApply && known.Of(owner) == OwnerKind.Deployer)?.Name ?? Unnamed;
    }
}
