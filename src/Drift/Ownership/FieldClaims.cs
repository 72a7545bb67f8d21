using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Ownership;

/// <summary>
/// Who owns a field, and what is below it, by
/// <see href="https://kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/#System">FieldsV1</see>.
/// </summary>
internal readonly struct FieldClaims
{
    private readonly ImmutableArray<Claim> claims;

    private FieldClaims(ImmutableArray<Claim> claims) => this.claims = claims;

    /// <summary>Of an object as a whole.</summary>
    public static FieldClaims Of(Node root) => new(
    [
        .. root["metadata.managedFields"].Items
            .Select(entry => new Claim(FieldOwner.Of(entry), entry.Field("fieldsV1")))
            .Where(claim => claim.Fields!.Count > 0)
    ]);

    public IEnumerable<FieldOwner> Owners => claims.Select(claim => claim.Manager);

    public bool IsEmpty => claims.IsEmpty;

    /// <summary>Somebody owns fields or items below this place, rather than all of it.</summary>
    public bool IsGranular => claims.Any(claim => claim.Fields is { Count: > 0 });

    public FieldClaims Field(string name) => Below(fields => fields.Field($"f:{name}"));

    /// <summary>What is claimed of each item of a list; costs once for the list.</summary>
    public ItemClaims Items() => new(this);

    internal FieldClaims Below(Func<Node, Node?> step)
    {
        bool isGranular = IsGranular;
        ImmutableArray<Claim>.Builder below = ImmutableArray.CreateBuilder<Claim>();
        foreach (Claim claim in claims)
        {
            if (claim.Fields is { Count: > 0 } fields)
            {
                if (step(fields) is { Exists: true } place)
                {
                    below.Add(claim with { Fields = place });
                }
            }
            else if (!isGranular)
            {
                // An owned field with nothing named below it is one value: all of it is owned.
                below.Add(claim with { Fields = null });
            }
        }

        return new(below.DrainToImmutable());
    }

    internal IEnumerable<Node> Trees => claims.Where(claim => claim.Fields is { Count: > 0 }).Select(claim => claim.Fields!);

    private readonly record struct Claim(FieldOwner Manager, Node? Fields);
}
