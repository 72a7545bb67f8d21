using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Estates;

/// <summary>
/// The last day of something that ends: a day (<c>2026-12-31</c>) or an instant of RFC 3339
/// (<c>2026-12-31T18:00:00+01:00</c>; the seconds and the zone, UTC, may be left out, as kube-janitor does).
/// </summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Day">In UTC; null when it is neither.</param>
public sealed record ExpiryDate(Node Place, DateOnly? Day)
{
    private static readonly string[] Forms =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mmK", "yyyy-MM-dd'T'HH:mm:ssK", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd HH:mmK", "yyyy-MM-dd HH:mm:ssK", "yyyyMMdd'T'HHmmssK",
    ];

    /// <summary>
    /// What tools and teams call it, after whatever stands before the slash; <c>janitor/expires</c> is that of
    /// https://codeberg.org/hjacobs/kube-janitor.
    /// </summary>
    private static readonly ImmutableHashSet<string> Names = ImmutableHashSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "expires", "expires-at", "expires-on", "expiresAt", "expiry", "expiry-date", "expiryDate", "expiration", "expiration-date",
        "expirationDate", "expire-at", "expire-on", "valid-until", "validUntil", "not-after", "notAfter", "until", "access-until", "end-date");

    public static ExpiryDate Of(Node place) => new(place, DayOf(place.Text));

    /// <summary>
    /// What the annotations or labels of an object say of its end, or null: first under the given names, then under
    /// those that are common, such as <c>janitor/expires</c> or <c>valid-until</c>.
    /// </summary>
    /// <param name="resource">The object.</param>
    /// <param name="preferred">Whole names.</param>
    public static ExpiryDate? Of(Resource resource, IEnumerable<string> preferred)
    {
        ImmutableArray<Node> fields = [.. resource.Annotations.Node.Fields.Concat(resource.Labels.Node.Fields).Where(field => field.IsScalar)];
        ImmutableArray<string> wanted = [.. preferred];
        Node? found = fields.FirstOrDefault(field => wanted.Contains(field.Name))
            ?? fields.FirstOrDefault(field => Names.Contains(field.Name[(field.Name.LastIndexOf('/') + 1)..]));
        return found is null ? null : Of(found);
    }

    private static DateOnly? DayOf(string text) =>
        DateTimeOffset.TryParseExact(
            text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out DateTimeOffset instant)
            ? DateOnly.FromDateTime(instant.UtcDateTime)
            : null;
}
