using System.Collections.Immutable;

namespace PolicyGate.Model.Live;

/// <summary>The ids of findings about drift.</summary>
public static class DriftIds
{
    /// <summary>Git has the object, the cluster does not.</summary>
    public const string Missing = "drift/missing";

    /// <summary>A field that git sets is otherwise in the cluster, or not there.</summary>
    public const string Changed = "drift/changed";

    /// <summary>A field that git does not set was put into the cluster by a hand or an unknown tool.</summary>
    public const string AddedByHand = "drift/added-by-hand";

    /// <summary>A field that git no longer sets, and the deployer has not taken away.</summary>
    public const string Dropped = "drift/dropped";

    /// <summary>An object in a namespace of the environment that git does not know.</summary>
    public const string Unmanaged = "drift/unmanaged";

    /// <summary>An object of one environment in a namespace of another.</summary>
    public const string Foreign = "drift/foreign";

    /// <summary>The cluster would not take what git says.</summary>
    public const string Refused = "drift/refused";

    /// <summary>Nobody could look, so that nothing can be said.</summary>
    public const string Unknown = "drift/unknown";

    /// <summary>All that a waiver can name.</summary>
    public static ImmutableArray<string> All { get; } = [Missing, Changed, AddedByHand, Dropped, Unmanaged, Foreign, Refused, Unknown];
}
