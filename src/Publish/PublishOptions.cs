namespace PolicyGate.Publish;

/// <summary>Where it is told.</summary>
public sealed record PublishOptions
{
    /// <summary>A check run with annotations.</summary>
    public bool CheckRun { get; init; } = true;

    /// <summary>One comment in the pull request.</summary>
    public bool Comment { get; init; } = true;

    /// <summary>A commit status too, for repositories that protect branches by statuses.</summary>
    public bool Status { get; init; }

    /// <summary>Fixes as review comments that can be taken with a click.</summary>
    public bool Suggestions { get; init; } = true;

    /// <summary>The account that a person's token belongs to; null for the token of an app.</summary>
    public string? Login { get; init; }
}

/// <summary>Which commit of which pull request, and who tells.</summary>
public sealed record PublishTarget
{
    /// <summary>Full id of the head commit: of a pull request its own, not the merge that GitHub made to test it.</summary>
    public required string Commit { get; init; }

    /// <summary>Null for what is no pull request.</summary>
    public int? PullRequest { get; init; }

    /// <summary>Where to look for the pull request, when the event does not name it, as with forks.</summary>
    public SourceBranch? Branch { get; init; }

    /// <summary>The run whose verdict is told; null outside of Actions.</summary>
    public RunIdentity? Run { get; init; }

    /// <summary>The report comes from a run that the change itself could influence.</summary>
    public bool IsForeign { get; init; }
}

/// <summary>A branch by its owner: hostile text in the case of a fork.</summary>
public sealed record SourceBranch(string Owner, string Name);
