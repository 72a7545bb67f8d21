using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Assessments;

/// <summary>A value that was seen, and where.</summary>
/// <param name="Location">Where it is written, or where it would be.</param>
/// <param name="Path">The field that was looked at, which the location's is not when the field is missing.</param>
/// <param name="Value">What stood there, cut to a length for reports; empty when nothing did.</param>
public sealed record Evidence(Location Location, string Path, string Value);
