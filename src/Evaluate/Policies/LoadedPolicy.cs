using PolicyGate.Authoring;
using PolicyGate.Model.Governance;

namespace PolicyGate.Evaluate.Policies;

/// <summary>A policy ready to judge.</summary>
/// <param name="Header">What it says of itself.</param>
/// <param name="Instance">
/// The policy. One that may keep something between two judgements is made anew at each call.
/// </param>
public sealed record LoadedPolicy(PolicyHeader Header, Func<Policy> Instance)
{
    public string Id => Header.Id;
}
