using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// One limit of a ResourceQuota, with what the manifests of its namespace ask for.
/// See https://kubernetes.io/docs/concepts/policy/resource-quotas/.
/// </summary>
public sealed class QuotaLimit : Subject
{
    internal QuotaLimit(Resource quota, Node node, ImmutableArray<QuotaUse> uses)
        : base(quota.Environment, node)
    {
        Resource = quota;
        Uses = uses;
    }

    public Resource Resource { get; }

    /// <summary>Such as <c>requests.memory</c> or <c>pods</c>; <c>cpu</c> and <c>memory</c> mean requests.</summary>
    public string Name => QuotaLimits.Meaning(Node.Name);

    /// <summary>Null for a text that is no quantity.</summary>
    public Quantity? Hard => PodAmounts.Parsed(Node);

    /// <summary>Each object that asks for some of it.</summary>
    public ImmutableArray<QuotaUse> Uses { get; }

    /// <summary>All that is asked for, of what says how much.</summary>
    public Quantity Used => Uses.Aggregate(new Quantity(0), (sum, use) => sum + (use.Amount ?? new Quantity(0)));

    public override ResourceReference Reference => Resource.Reference;

    public override string Description => $"{Node.Name} of {Resource.Description}";
}

/// <summary>What one object asks for.</summary>
/// <param name="Resource">The object.</param>
/// <param name="Amount">For all its pods; null where it leaves it open, which a quota refuses.</param>
/// <param name="Place">Where the amount would be written.</param>
public sealed record QuotaUse(Resource Resource, Quantity? Amount, Node Place);

/// <summary>Works them out.</summary>
internal static class QuotaLimits
{
    private static readonly string[] Computed =
        ["requests.cpu", "requests.memory", "limits.cpu", "limits.memory", "requests.ephemeral-storage", "limits.ephemeral-storage", "pods", "requests.storage", "persistentvolumeclaims"];

    public static string Meaning(string name) => name is "cpu" or "memory" or "ephemeral-storage" ? $"requests.{name}" : name is "count/pods" ? "pods" : name;

    public static IEnumerable<QuotaLimit> In(Estate estate) =>
        estate.OfKind("ResourceQuota").SelectMany(quota => quota["spec.hard"].Fields
            .Where(limit => Computed.Contains(Meaning(limit.Name), StringComparer.Ordinal))
            .Select(limit => new QuotaLimit(quota, limit, [.. Uses(quota, Meaning(limit.Name), estate)])));

    private static IEnumerable<QuotaUse> Uses(Resource quota, string name, Estate estate) =>
        name is "requests.storage" or "persistentvolumeclaims"
            ? estate.StorageClaims
                .Where(claim => claim.Environment == quota.Environment && claim.Resource.Namespace == quota.Namespace)
                .Select(claim => OfClaim(claim, name))
            : (quota.Home?.MadePods ?? [])
                .Where(pods => IsInScope(quota, pods))
                .Select(pods => new QuotaUse(pods.Resource, pods.Amount(name) is { } amount ? (Quantity?)(amount * pods.Count) : null, pods.Place));

    private static QuotaUse OfClaim(StorageClaim claim, string name)
    {
        long count = claim.Node.Path.Contains("volumeClaimTemplates", StringComparison.Ordinal) ? claim.Resource.Replicas : 1;
        Node size = claim.Node["spec.resources.requests.storage"] is { Exists: true } written ? written : claim.Node["resources.requests.storage"];
        Quantity? one = name == "requests.storage" ? PodAmounts.Parsed(size.Exists ? size : claim.Node["size"]) ?? new Quantity(0) : new Quantity(1);
        return new(claim.Resource, one * count, claim.Node);
    }

    /// <summary>https://kubernetes.io/docs/concepts/policy/resource-quotas/#quota-scopes; priority classes are not told apart.</summary>
    private static bool IsInScope(Resource quota, MadePods pods) =>
        quota["spec.scopes"].Texts
            .Concat(quota["spec.scopeSelector.matchExpressions"].Items.Select(expression => expression["scopeName"].Text))
            .All(scope => scope switch
            {
                "Terminating" => pods.Spec["activeDeadlineSeconds"].Exists,
                "NotTerminating" => pods.Spec["activeDeadlineSeconds"].IsMissing,
                "BestEffort" => pods.IsBestEffort,
                "NotBestEffort" => !pods.IsBestEffort,
                "PriorityClass" => quota["spec.scopeSelector.matchExpressions"].Items
                    .Where(expression => expression["scopeName"].Text == "PriorityClass")
                    .All(expression => expression["values"].Texts.Contains(pods.Spec["priorityClassName"].Text, StringComparer.Ordinal)),
                _ => true,
            });
}
