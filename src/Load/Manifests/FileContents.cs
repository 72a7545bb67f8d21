using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>A file, its documents told apart.</summary>
internal sealed record FileContents(
    string File,
    ImmutableArray<Manifest> Manifests,
    ImmutableArray<Document> Settings,
    ImmutableArray<LoadProblem> Problems,
    FileAccount Account);

/// <summary>An object to be judged.</summary>
internal sealed record Manifest(string File, Node Root, ObjectHeader Header);
