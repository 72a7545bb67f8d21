namespace PolicyGate.Model.Changes;

/// <summary>
/// A policy asked for a fact that could not be collected. It has no verdict then, and the gate does not open: what nobody
/// knows is not a pass.
/// </summary>
public sealed class UnknownFactException(string fact, string reason)
    : Exception($"{fact} is not known: {reason}");
