using System.Collections.Frozen;
using System.Collections.Immutable;
using PolicyGate.Model;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Drift.Ownership;

/// <summary>What a manager is to an object.</summary>
internal enum OwnerKind
{
    /// <summary>A person, or a tool that nobody knows.</summary>
    Hand,

    /// <summary>It brings what is in git.</summary>
    Deployer,

    /// <summary>Part of the cluster, known by its very name.</summary>
    Controller,

    /// <summary>It calls itself like a part of the cluster, and anybody could.</summary>
    LikelyController,
}

/// <summary>Which names stand for whom.</summary>
internal sealed class KnownOwners
{
    private static readonly ImmutableArray<(OwnerKind Kind, string Pattern)> Shipped = [.. Read()];

    private static readonly FrozenDictionary<string, OwnerKind> ByName = Shipped
        .Where(row => !row.Pattern.Contains('*', StringComparison.Ordinal))
        .ToFrozenDictionary(row => row.Pattern, row => row.Kind, StringComparer.Ordinal);

    private static readonly ImmutableArray<(OwnerKind Kind, string Pattern)> Patterns =
        [.. Shipped.Where(row => row.Pattern.Contains('*', StringComparison.Ordinal))];

    private readonly FrozenSet<string> deployers;
    private readonly FrozenSet<string> controllers;

    /// <param name="deployers">Names that an environment adds.</param>
    /// <param name="controllers">Likewise.</param>
    public KnownOwners(IEnumerable<string> deployers, IEnumerable<string> controllers)
    {
        this.deployers = deployers.ToFrozenSet(StringComparer.Ordinal);
        this.controllers = controllers.ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>With those that an environment declares.</summary>
    public static KnownOwners Of(Environment environment) =>
        new(environment.Node["spec.drift.deployers"].Texts, environment.Node["spec.drift.controllers"].Texts);

    public OwnerKind Of(FieldOwner manager)
    {
        if (deployers.Contains(manager.Name))
        {
            return OwnerKind.Deployer;
        }

        if (controllers.Contains(manager.Name))
        {
            return OwnerKind.Controller;
        }

        // kubectl applies under its own name; whatever else it does has a name with a dash, or is an old one's.
        return manager.Name == "kubectl"
            ? manager.IsApply ? OwnerKind.Deployer : OwnerKind.Hand
            : ByName.TryGetValue(manager.Name, out OwnerKind kind) ? kind : ByPattern(manager.Name);
    }

    private static OwnerKind ByPattern(string name)
    {
        if (name.StartsWith("kubectl-", StringComparison.Ordinal))
        {
            return OwnerKind.Hand;
        }

        (OwnerKind kind, string? pattern) = Patterns.FirstOrDefault(row => Matches(row.Pattern, name));
        return pattern is null ? OwnerKind.Hand : kind == OwnerKind.Controller ? OwnerKind.LikelyController : kind;
    }

    private static bool Matches(string pattern, string name)
    {
        int star = pattern.IndexOf('*', StringComparison.Ordinal);
        return name.Length >= pattern.Length
            && name.StartsWith(pattern[..star], StringComparison.Ordinal)
            && name.EndsWith(pattern[(star + 1)..], StringComparison.Ordinal);
    }

    private static IEnumerable<(OwnerKind Kind, string Pattern)> Read() => DataList.Lines(typeof(KnownOwners).Assembly, "known-owners.txt")
        .Select(line => line.Split(' ', 2))
        .Select(words => (words[0] == "deployer" ? OwnerKind.Deployer : OwnerKind.Controller, words[1]));
}
