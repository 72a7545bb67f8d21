namespace PolicyGate.Evaluate;

/// <summary>A mistake of a policy that no profile and no manifest can mend.</summary>
/// <param name="flaw">What the policy does, as the end of a sentence about it.</param>
internal sealed class PolicyFlawException(string flaw) : Exception(flaw);
