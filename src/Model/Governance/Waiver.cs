using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Governance;

/// <summary>Who accepts which finding, why, and until when.</summary>
public sealed record Waiver
{
    public required string Name { get; init; }

    /// <summary>The id of one policy.</summary>
    public required string Policy { get; init; }

    /// <summary>An environment's name, or null for any.</summary>
    public string? Environment { get; init; }

    public string? Kind { get; init; }

    public string? Namespace { get; init; }

    public string? ResourceName { get; init; }

    /// <summary>A path within the object; findings at it or below it are meant. Null for the whole object.</summary>
    public string? Path { get; init; }

    public required string Reason { get; init; }

    public required string Ticket { get; init; }

    public required string Owner { get; init; }

    public required string Approver { get; init; }

    /// <summary>The last day on which it holds, in UTC.</summary>
    public required DateOnly Expires { get; init; }

    /// <summary>Where it is written.</summary>
    public required Location Location { get; init; }

    /// <summary>Its document, to point into; null where only its contents are known.</summary>
    public Node? Document { get; init; }
}
