using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Estates;

/// <summary>What is judged beside objects and descriptors: how changes get to where they run, and what is known of images.</summary>
public sealed record Surroundings
{
    public static Surroundings None { get; } = new();

    /// <summary>GitHub workflows.</summary>
    public ImmutableArray<Document> Workflows { get; init; } = [];

    /// <summary>CODEOWNERS files: fields <c>file</c>, and <c>rules</c> with a pattern and owners each.</summary>
    public ImmutableArray<Document> CodeOwners { get; init; } = [];

    /// <summary>Documents of kind <c>ImageFacts</c>.</summary>
    public ImmutableArray<Document> ImageFacts { get; init; } = [];

    public ImmutableArray<Document> Documents => Workflows.AddRange(CodeOwners).AddRange(ImageFacts);
}
