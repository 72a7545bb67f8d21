using System.Collections.Immutable;

namespace PolicyGate.Model.Assessments;

/// <summary>What held the process in which foreign policies ran.</summary>
/// <param name="Applied">Measures by name, such as <c>no-network</c>.</param>
/// <param name="Missing">What this machine does not offer.</param>
public sealed record IsolationSummary(ImmutableArray<string> Applied, ImmutableArray<MissingIsolation> Missing);

/// <summary>A measure that could not be taken, and why.</summary>
public sealed record MissingIsolation(string Measure, string Reason);
