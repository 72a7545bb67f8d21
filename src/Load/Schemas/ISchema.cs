using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>What the values at a place may look like.</summary>
public interface ISchema
{
    /// <summary>Every way in which the place does not fit, in the order of the schema; none when it fits.</summary>
    ImmutableArray<SchemaViolation> Check(Node place);
}

/// <summary>What is wrong with a place.</summary>
public enum SchemaViolationKind
{
    UnknownField,
    MissingField,
    WrongType,
    WrongValue,
}

/// <summary>One place that does not fit its schema.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Place">
/// The unknown field, the wrong value, or the missing field, whose location is that of the object that lacks it.
/// </param>
/// <param name="Message">What is wrong and what is allowed, for people.</param>
public sealed record SchemaViolation(SchemaViolationKind Kind, Node Place, string Message);
