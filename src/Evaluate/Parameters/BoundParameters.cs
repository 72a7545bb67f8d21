using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Evaluate.Parameters;

/// <summary>A policy's parameters in one environment.</summary>
internal sealed class BoundParameters
{
    private readonly Type? type;
    private readonly ImmutableArray<Node> fields;
    private readonly object? first;
    private readonly bool isShared;

    /// <param name="type">The record's type; null for a policy without parameters.</param>
    /// <param name="fields">Names and values.</param>
    public BoundParameters(Type? type, ImmutableArray<Node> fields)
    {
        this.type = type;
        this.fields = fields;
        isShared = type is null || Immutability.Holds(type);
        (first, Problems) = ParameterBinder.Bind(type, fields);
    }

    public ImmutableArray<ParameterProblem> Problems { get; }

    /// <summary>The record for one judgement: a new one where a policy could leave something in it for the next.</summary>
    public object? Value => isShared ? first : ParameterBinder.Bind(type, fields).Parameters;
}
