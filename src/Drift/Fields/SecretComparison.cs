using System.Collections.Immutable;
using System.Text;
using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>What stands in a snapshot for a value of a Secret, by the snapshot's key.</summary>
/// <param name="ns">The Secret's namespace.</param>
/// <param name="name">The Secret's name.</param>
/// <param name="field">Such as <c>data.password</c>.</param>
/// <param name="value">Decoded.</param>
public delegate string SecretHash(string ns, string name, string field, byte[] value);

/// <summary>Compares the values of a Secret by their hashes. No value is ever shown.</summary>
/// <param name="hash">By the snapshot's key; null when nobody has it, so that only the names of values are compared.</param>
internal sealed class SecretComparison(SecretHash? hash)
{
    public static ImmutableArray<string> Fields { get; } = ["data", "stringData"];

    /// <param name="git">The Secret as git has it.</param>
    /// <param name="live">As the snapshot has it.</param>
    /// <param name="known">Which managers stand for whom.</param>
    public IEnumerable<Difference> Compare(Node git, Node live, KnownOwners known)
    {
        FieldClaims claims = FieldClaims.Of(live).Field("data");
        Node values = live["data"];
        Dictionary<string, Node> wanted = Wanted(git);
        Node place = git["data"].IsMissing && git["stringData"].Exists ? git["stringData"] : git["data"];
        ObjectOwners owners = new(known, live, git);
        foreach ((string name, Node value) in wanted)
        {
            Node there = values.Field(name);
            if (!there.Exists && there.Value is null && value.Text.Length > 0)
            {
                yield return new(DifferenceKind.Gone, value, there, [], IsHidden: true);
            }
            else if (hash is not null && there.Exists && HashOf(git, live, name, value) != there.Text)
            {
                ImmutableArray<FieldOwner> who = [.. claims.Field(name).Owners];
                yield return new(DifferenceKind.Changed, value, there, who, IsHidden: true) { IsByHand = !owners.Hands(who).IsEmpty };
            }
        }

        foreach (Node value in values.Fields.Where(value => !wanted.ContainsKey(value.Name)))
        {
            ImmutableArray<FieldOwner> who = [.. claims.Field(value.Name).Owners];
            bool isDropped = who.Any(one => one.IsApply && owners.KindOf(one) == OwnerKind.Deployer);
            bool isByHand = who.Any(one => owners.KindOf(one) == OwnerKind.Hand);
            if (isDropped || isByHand)
            {
                DifferenceKind kind = isDropped ? DifferenceKind.Dropped : DifferenceKind.AddedByHand;
                yield return new(kind, place.Field(value.Name), value, who, IsHidden: true) { IsByHand = isByHand };
            }
        }
    }

    /// <summary><see href="https://kubernetes.io/docs/concepts/configuration/secret/#restriction-names-data">stringData wins over data</see>.</summary>
    private static Dictionary<string, Node> Wanted(Node git)
    {
        Dictionary<string, Node> wanted = new(StringComparer.Ordinal);
        foreach (Node value in Fields.SelectMany(field => git[field].Fields))
        {
            wanted[value.Name] = value;
        }

        return wanted;
    }

    private string HashOf(Node git, Node live, string name, Node value)
    {
        byte[] bytes = value.Parent.Name == "data" ? Decoded(value.Text) : Encoding.UTF8.GetBytes(value.Text);
        return hash!(live["metadata.namespace"].Text, git["metadata.name"].Text, $"data.{name}", bytes);
    }

    private static byte[] Decoded(string text)
    {
        byte[] decoded = new byte[text.Length];
        return Convert.TryFromBase64String(text, decoded, out int length) ? decoded[..length] : Encoding.UTF8.GetBytes(text);
    }
}
