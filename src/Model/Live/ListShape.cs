using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>
/// How the API tells the items of a list apart; see
/// <see href="https://kubernetes.io/docs/reference/using-api/server-side-apply/#merge-strategy">merge strategy</see>.
/// </summary>
public abstract record ListShape
{
    private ListShape()
    {
    }

    public static ListShape Whole { get; } = new Atomic();

    public static ListShape Scalars { get; } = new Set();

    /// <summary>The list is one value: whoever sets it sets all of it.</summary>
    public sealed record Atomic : ListShape;

    /// <summary>Scalars without an order.</summary>
    public sealed record Set : ListShape;

    /// <summary>Items are told apart by fields of theirs.</summary>
    public sealed record Map(ImmutableArray<ListKey> Keys) : ListShape
    {
        /// <summary>What tells an item from others; the same for the same item.</summary>
        public string NameOf(Node item) => string.Join('\0', Keys.Select(key => key.ValueIn(item)));
    }
}

/// <summary>A field that tells items apart.</summary>
/// <param name="Name">Of the field.</param>
/// <param name="Default">What it is where it is not set.</param>
public sealed record ListKey(string Name, string Default)
{
    public string ValueIn(Node item) => item.Field(Name) is { Exists: true } field ? field.ToString() : Default;
}
