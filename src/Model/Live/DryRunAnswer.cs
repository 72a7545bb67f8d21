using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>What a cluster said it would make of an object of git.</summary>
public abstract record DryRunAnswer
{
    private DryRunAnswer()
    {
    }

    /// <summary>It would store this, with its own defaults. Values of Secrets are hashed as in the snapshot.</summary>
    public sealed record Stored(Document Document) : DryRunAnswer;

    /// <summary>It would not take it.</summary>
    public sealed record Refused(string Why) : DryRunAnswer;

    /// <summary>It could not be asked.</summary>
    public sealed record Unknown(string Why) : DryRunAnswer;
}
