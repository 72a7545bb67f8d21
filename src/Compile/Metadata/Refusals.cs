using System.Collections.Immutable;

namespace PolicyGate.Compile.Metadata;

/// <summary>What has been refused so far, each finding once for each policy.</summary>
internal sealed class Refusals
{
    /// <summary>More than anybody reads; a garbled image could give as many as it has rows.</summary>
    private const int Limit = 200;

    private readonly HashSet<MetadataRefusal> all = [];

    /// <summary>The row of the method that is looked at; 0 between methods.</summary>
    public int Method { private get; set; }

    public bool IsEmpty => all.Count == 0;

    public ImmutableArray<MetadataRefusal> All => [.. all];

    /// <param name="policyClass">Whose it is; null for the module as a whole.</param>
    /// <param name="message">Null when there is nothing to refuse.</param>
    public void Add(string? policyClass, string? message)
    {
        if (message is not null && all.Count < Limit)
        {
            all.Add(new(policyClass, message) { Method = Method });
        }
    }
}
