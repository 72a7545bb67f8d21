using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Load.Manifests;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>
/// Makes waivers of their documents. One with a problem waives nothing. Whether a waiver has expired, names a policy
/// that exists and meets a finding is found out when findings are judged.
/// </summary>
public static class WaiverReader
{
    public static Reading<ImmutableArray<Waiver>> Read(IEnumerable<Document> documents)
    {
        ImmutableArray<CheckedDocument> all = CheckedDocument.Of(documents, OwnKinds.Waiver, WaiverChecks.Of);
        return new(
            [.. all.Where(waiver => waiver.Problems.IsEmpty).Select(waiver => Make(waiver.Root))],
            [.. all.SelectMany(waiver => waiver.Problems)]);
    }

    private static Waiver Make(Node root)
    {
        Node spec = root["spec"];
        Node resource = spec["where.resource"];
        return new()
        {
            Name = root["metadata.name"].Text,
            Policy = spec["policy"].Text,
            Environment = TextOrNull(spec["where.environment"]),
            Kind = TextOrNull(resource["kind"]),
            Namespace = TextOrNull(resource["namespace"]),
            ResourceName = TextOrNull(resource["name"]),
            Path = TextOrNull(spec["where.path"]),
            Reason = spec["reason"].Text,
            Ticket = spec["ticket"].Text,
            Owner = spec["owner"].Text,
            Approver = spec["approver"].Text,
            Expires = DateOnly.ParseExact(spec["expires"].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            Location = root.Location,
            Document = root,
        };
    }

    private static string? TextOrNull(Node place) => place.Exists ? place.Text : null;
}
