using System.Collections.Immutable;

namespace PolicyGate.CodeHost;

/// <summary>Several of a kind, in the host's order.</summary>
/// <param name="Items">All that came.</param>
/// <param name="IsComplete">
/// False when the host or this program stopped counting, as GitHub does after 3,000 files of a pull request: what is not
/// among the items may exist nevertheless.
/// </param>
public sealed record Listing<T>(ImmutableArray<T> Items, bool IsComplete);
