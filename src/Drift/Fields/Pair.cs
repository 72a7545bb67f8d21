using PolicyGate.Drift.Ownership;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Fields;

/// <summary>One place on both sides.</summary>
/// <param name="Git">As git has it, there or not.</param>
/// <param name="Live">As the cluster has it, there or not.</param>
/// <param name="Claims">Who owns it in the cluster.</param>
/// <param name="Applied">As kubectl last applied it, as far as that is known.</param>
/// <param name="Shape">What the API knows of it.</param>
internal readonly record struct Pair(Node Git, Node Live, FieldClaims Claims, Node Applied, ApiField Shape)
{
    public Pair Field(string name) =>
        new(Git.Field(name), Live.Field(name), Claims.Field(name), Applied.Field(name), Shape.Field(name));
}
