using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>What happened to a file.</summary>
public enum FileStatus
{
    Added,
    Removed,
    Modified,
    Renamed,
    Copied,

    /// <summary>Only its mode, or something that this program does not know.</summary>
    Other,
}

/// <summary>A file that a change touches.</summary>
/// <param name="Path">From the repository's root, with forward slashes, as the host gave it: it may hold any character.</param>
/// <param name="PreviousPath">Where it was; empty unless it was renamed or copied.</param>
/// <param name="Status">What happened to it.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record ChangedFile(string Path, string PreviousPath, FileStatus Status, Node Place)
{
    internal static ChangedFile Of(Node place) => new(
        place["path"].Text,
        place["previousPath"].Text,
        place["status"].Text switch
        {
            "added" => FileStatus.Added,
            "removed" => FileStatus.Removed,
            "modified" => FileStatus.Modified,
            "renamed" => FileStatus.Renamed,
            "copied" => FileStatus.Copied,
            _ => FileStatus.Other,
        },
        place);
}
