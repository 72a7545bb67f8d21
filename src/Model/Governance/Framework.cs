using System.Collections.Immutable;

namespace PolicyGate.Model.Governance;

/// <summary>An outside standard whose clauses policies serve.</summary>
/// <param name="Name">How it is called by <c>--controls</c>.</param>
/// <param name="Title">Which standard, in which version, and what of it.</param>
/// <param name="Cited">How policies and reports name it before a clause.</param>
/// <param name="Source">Where it can be read.</param>
/// <param name="Clauses">In its own order.</param>
public sealed record Framework(string Name, string Title, string Cited, string Source, ImmutableArray<Clause> Clauses)
{
    /// <summary>As the controls of a policy name it: <c>NIST 800-53 SC-6</c>.</summary>
    public string Citation(Clause clause) => $"{Cited} {clause.Number}";
}

/// <summary>What a standard asks for in one place.</summary>
public sealed record Clause(string Number, string Title);
