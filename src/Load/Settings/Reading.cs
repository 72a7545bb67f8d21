using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Load.Settings;

/// <summary>What was made of some documents, and what is wrong with them.</summary>
/// <param name="Value">Made of what is right; what has problems is left out unless the reader says otherwise.</param>
/// <param name="Problems">In the order of the documents.</param>
public sealed record Reading<T>(T Value, ImmutableArray<LoadProblem> Problems);
