using System.Collections.Immutable;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Delivery;

/// <summary>All that was collected about images, and where the estate uses them.</summary>
internal sealed class ImageFactBook(Estate estate, ImmutableArray<Document> documents)
{
    private readonly Lazy<KnownImage[]> facts = new(() =>
    [
        .. documents.SelectMany(document => document.Root["spec.images"].Items).Select(place => new ImageFacts(place)).Select(one => new KnownImage(one, one.Image)),
    ]);

    private readonly Lazy<ILookup<string, UsedImage>> earlier = new(() => estate.Images
        .Where(image => image.Environment is { IsDeclared: true, IsProduction: false })
        .ToLookup(image => image.Environment.Entity, StringComparer.Ordinal));

    /// <summary>What the environments of an entity use that come before production.</summary>
    public IEnumerable<UsedImage> EarlierOf(string entity) => earlier.Value[entity];

    /// <summary>The entity has environments before production.</summary>
    public bool HasEarlierOf(string entity) => estate.Environments.Any(environment => environment is { IsDeclared: true, IsProduction: false } && environment.Entity == entity);

    /// <summary>Those about an image: by its digest where it names one, else by its whole name. Null when none were collected at all.</summary>
    /// <exception cref="UnknownFactException">Facts about images were collected, and none about this one.</exception>
    public ImageFacts? About(ImageReference image) =>
        documents.IsEmpty ? null
        : facts.Value.FirstOrDefault(one => Means(one.Facts, one.Image, image))?.Facts
            ?? throw new UnknownFactException($"anything about the image {VisibleText.Line(image.Text)}", "the facts about images do not hold it");

    private sealed record KnownImage(ImageFacts Facts, ImageReference Image);

    private static bool Means(ImageFacts facts, ImageReference meant, ImageReference image) =>
        image.Digest is { } digest
            ? facts.DigestIfKnown == digest || (facts.DigestIfKnown is null && meant.Text == image.Text)
            : meant.Name == image.Name && (meant.Tag ?? "latest") == (image.Tag ?? "latest");
}
