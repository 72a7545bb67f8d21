using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>How the write-ahead log of a PostgreSQL leaves it.</summary>
/// <param name="Place">What says so, or where it would be said.</param>
/// <param name="Defect">Why it does not, or null when it does.</param>
/// <param name="Timeout">Where <c>archive_timeout</c> is written, or would be.</param>
/// <param name="Interval">
/// After this time a segment leaves even when it is not full; null when it waits for that
/// (https://www.postgresql.org/docs/current/runtime-config-wal.html#GUC-ARCHIVE-TIMEOUT).
/// </param>
public sealed record WalArchive(Node Place, string? Defect, Node Timeout, Duration? Interval);
