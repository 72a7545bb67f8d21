using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load;

/// <summary>All that was found. Everything is in ordinal order of file names, then in the order of the file.</summary>
public sealed record Collection
{
    /// <summary>One for each descriptor, and <c>default</c> last, for what none of them claims.</summary>
    public required ImmutableArray<EnvironmentContents> Environments { get; init; }

    /// <summary>Workflows and owners of code; facts about images are read elsewhere.</summary>
    public Surroundings Surroundings { get; init; } = Surroundings.None;

    public required ImmutableArray<LoadProblem> Problems { get; init; }

    /// <summary>Every file that was looked at, and directories that were not.</summary>
    public required ImmutableArray<FileAccount> Files { get; init; }

    /// <summary>Documents of kind <c>Environment</c>, not validated.</summary>
    public required ImmutableArray<Document> Descriptors { get; init; }

    /// <summary>Documents of kind <c>Waiver</c>, not validated.</summary>
    public required ImmutableArray<Document> Waivers { get; init; }

    /// <summary>Documents of kind <c>Profile</c>, not validated.</summary>
    public required ImmutableArray<Document> Profiles { get; init; }

    /// <summary>Documents of kind <c>Framework</c>, not validated.</summary>
    public required ImmutableArray<Document> Frameworks { get; init; }

    /// <summary>Documents of kind <c>Configuration</c>, not validated.</summary>
    public required ImmutableArray<Document> Configurations { get; init; }
}

/// <summary>What became of one file.</summary>
/// <param name="File">Relative to the root, with forward slashes; a directory that was not entered ends in one.</param>
/// <param name="Manifests">Objects to be judged; each item of a <c>List</c> is one.</param>
/// <param name="Settings">Documents of PolicyGate's own kinds.</param>
/// <param name="SetAside">Documents that are no manifests; 1 for a file that was set aside unread.</param>
/// <param name="Reason">Why something was set aside; the first reason when there are several.</param>
/// <param name="Problems">How many problems the file has.</param>
public sealed record FileAccount(
    string File, int Manifests, int Settings, int SetAside, SetAsideReason Reason, int Problems);

/// <summary>Why a file or a document is not judged.</summary>
public enum SetAsideReason
{
    None,

    /// <summary>The configuration says so.</summary>
    Excluded,

    /// <summary>A directory whose name starts with a dot, or <c>node_modules</c>.</summary>
    HiddenDirectory,

    /// <summary>A symbolic link to a directory; kubectl does not follow those either.</summary>
    LinkedDirectory,

    /// <summary>A part of a Helm chart: its templates, values or metadata.</summary>
    HelmChart,

    /// <summary>A Go template outside of a chart.</summary>
    Template,

    /// <summary>A kustomization.</summary>
    Kustomization,

    /// <summary>A patch or another input that a kustomization names.</summary>
    KustomizeInput,

    /// <summary>A policy's case or its parameters.</summary>
    PolicyCase,

    /// <summary>The configuration of a known tool, by the file's name.</summary>
    ToolConfiguration,

    /// <summary>An object that is no cluster's, such as a kubeconfig.</summary>
    NotForCluster,

    /// <summary>No mapping, or one without apiVersion and kind.</summary>
    NotManifest,
}
