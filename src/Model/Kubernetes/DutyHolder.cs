using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a person, group or service account does for an environment.</summary>
public enum Duty
{
    Developer,
    Operator,
    Approver,
}

/// <summary>One reason to say that somebody has a duty.</summary>
/// <param name="Environment">Where it is said.</param>
/// <param name="Holder">Who, as <see cref="Identity"/> writes it.</param>
/// <param name="Duty">Which.</param>
/// <param name="Place">Where it is written.</param>
/// <param name="Reason">How, for people: <c>listed as operator</c>, <c>may write in production by ClusterRole edit</c>.</param>
public sealed record DutyClaim(Environment Environment, string Holder, Duty Duty, Node Place, string Reason)
{
    /// <summary>Who, where the place is not just that name.</summary>
    internal string? Name { get; init; }
}

/// <summary>
/// A person, group or service account that some place of an environment gives a duty: a descriptor's <c>spec.roles</c>,
/// a binding in production, a role of an Argo CD project.
/// </summary>
public sealed class DutyHolder : Subject
{
    internal DutyHolder(Environment environment, string name, ImmutableArray<DutyClaim> here, ImmutableArray<DutyClaim> everywhere)
        : base(environment, here[0].Place)
    {
        Name = name;
        Here = here;
        Everywhere = everywhere;
    }

    public string Name { get; }

    /// <summary>What this environment gives it.</summary>
    public ImmutableArray<DutyClaim> Here { get; }

    /// <summary>What all environments give it, this one included; descriptors first.</summary>
    public ImmutableArray<DutyClaim> Everywhere { get; }

    /// <summary>Everybody who can log in, or every service account: developers and approvers are among them.</summary>
    public bool IsEverybody => Name is "system:authenticated" or "system:unauthenticated" or "system:serviceaccounts" or "system:anonymous";

    public override ResourceReference? Reference => null;

    public override string Description => $"{Name} in {Environment.Description}";
}
