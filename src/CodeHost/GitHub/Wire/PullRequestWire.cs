using System.Collections.Immutable;
using System.Text.Json;

namespace PolicyGate.CodeHost.GitHub.Wire;

internal sealed record PullRequestWire
{
    public required int Number { get; init; }

    public required string State { get; init; }

    public DateTimeOffset? MergedAt { get; init; }

    public bool Draft { get; init; }

    public bool Locked { get; init; }

    public AccountWire? User { get; init; }

    public required SideWire Head { get; init; }

    public required SideWire Base { get; init; }

    public ImmutableArray<LabelWire?>? Labels { get; init; }

    public string? MergeableState { get; init; }

    public JsonElement? AutoMerge { get; init; }

    public int? Commits { get; init; }

    public int? ChangedFiles { get; init; }

    public string? HtmlUrl { get; init; }

    public PullRequest ToPullRequest() => new()
    {
        Number = Number,
        IsOpen = State == "open",
        IsMerged = MergedAt is not null,
        IsDraft = Draft,
        IsLocked = Locked,
        Author = User?.ToAccount(),
        Head = Head.ToSide(),
        Base = Base.ToSide(),
        Labels = [.. (Labels ?? []).OfType<LabelWire>().Select(label => label.Name)],
        MergeableState = MergeableState ?? "",
        IsAutoMerge = AutoMerge is { ValueKind: JsonValueKind.Object },
        CommitCount = Commits,
        ChangedFileCount = ChangedFiles,
        Url = GitHubJson.Address(HtmlUrl),
    };
}

internal sealed record LabelWire
{
    public required string Name { get; init; }
}

internal sealed record SideWire
{
    public required string Ref { get; init; }

    public required string Sha { get; init; }

    public RepositoryWire? Repo { get; init; }

    public PullRequestSide ToSide() => new(Ref, Sha, Repo?.FullName, Repo?.Id);
}

internal sealed record FileWire
{
    public required string Filename { get; init; }

    public string? PreviousFilename { get; init; }

    public required string Status { get; init; }

    public int Additions { get; init; }

    public int Deletions { get; init; }

    public string? Patch { get; init; }

    public ChangedFile ToFile() => new()
    {
        Path = Filename,
        PreviousPath = PreviousFilename ?? "",
        Change = Status switch
        {
            "added" => FileChange.Added,
            "removed" => FileChange.Removed,
            "modified" => FileChange.Modified,
            "renamed" => FileChange.Renamed,
            "copied" => FileChange.Copied,
            "changed" => FileChange.Changed,
            "unchanged" => FileChange.Unchanged,
            _ => FileChange.Other,
        },
        Additions = Additions,
        Deletions = Deletions,
        Patch = Patch,
    };
}

internal sealed record CommitWire
{
    public required string Sha { get; init; }

    public AccountWire? Author { get; init; }

    public AccountWire? Committer { get; init; }

    public required WrittenCommitWire Commit { get; init; }

    public Commit ToCommit() => new()
    {
        Sha = Sha,
        Author = Author?.ToAccount(),
        Committer = Committer?.ToAccount(),
        AuthorName = Commit.Author?.Name ?? "",
        CommitterName = Commit.Committer?.Name ?? "",
        Message = Commit.Message ?? "",
        IsVerified = Commit.Verification?.Verified ?? false,
    };
}

/// <summary>What stands in git.</summary>
internal sealed record WrittenCommitWire(WrittenNameWire? Author, WrittenNameWire? Committer, string? Message, VerificationWire? Verification);

internal sealed record WrittenNameWire(string? Name);

internal sealed record VerificationWire(bool Verified);
