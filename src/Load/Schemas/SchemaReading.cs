using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>How a schema is to be understood.</summary>
public enum SchemaDialect
{
    /// <summary>
    /// As JSON Schema draft-07 has it: fields that are not mentioned are allowed, an unknown format is a fault.
    /// </summary>
    JsonSchema,

    /// <summary>
    /// As the API server does for custom resources, with strict field validation: fields that are not mentioned are
    /// unknown, a field with a default need not be there, an unknown format says nothing, and the object and whatever
    /// is an embedded resource may have <c>apiVersion</c>, <c>kind</c> and <c>metadata</c>. See
    /// https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#field-pruning.
    /// </summary>
    Kubernetes,
}

/// <summary>What became of a schema that was read.</summary>
/// <param name="Schema">Null when there are faults: half a schema would let pass what the whole one refuses.</param>
/// <param name="Faults">What cannot be understood, or not be checked.</param>
/// <param name="NotChecked">
/// Rules that are understood to be there and are not checked: the expressions of <c>x-kubernetes-validations</c>.
/// </param>
public sealed record SchemaReading(
    ISchema? Schema, ImmutableArray<SchemaFault> Faults, ImmutableArray<Node> NotChecked);

/// <summary>Something wrong with a schema, at its place in it.</summary>
public sealed record SchemaFault(Node Place, string Message);
