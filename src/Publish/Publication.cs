using PolicyGate.Publish.Markdown;
using PolicyGate.Publish.Received;

namespace PolicyGate.Publish;

/// <summary>What is told, under which name, of which commit.</summary>
public sealed record Publication
{
    /// <summary>The name of the check run unless told otherwise.</summary>
    public const string DefaultName = "PolicyGate";

    public required ReceivedReport Report { get; init; }

    /// <summary>Of the check run, the status and the comment: several of them may live side by side.</summary>
    public string Name { get; init; } = DefaultName;

    /// <summary>The full id of the commit that was judged.</summary>
    public required string Commit { get; init; }

    /// <summary>How files are linked; null for no links.</summary>
    public SourceLinks? Links { get; init; }

    /// <summary>The run that has the whole report; null outside of Actions.</summary>
    public Uri? RunUrl { get; init; }

    /// <summary>The report comes from a run that the change itself could influence, as a fork's does.</summary>
    public bool IsForeign { get; init; }

    /// <summary>For the age of waivers, when the report does not say when it was judged.</summary>
    public required DateTimeOffset Now { get; init; }
}
