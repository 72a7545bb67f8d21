namespace PolicyGate.Isolation.Confinement;

/// <summary>A measure that could not be taken here.</summary>
/// <param name="Measure">Which one.</param>
/// <param name="Reason">Why not, as half a sentence without a full stop.</param>
public sealed record MissingMeasure(Measure Measure, string Reason);
