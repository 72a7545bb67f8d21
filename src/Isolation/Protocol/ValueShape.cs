namespace PolicyGate.Isolation.Protocol;

/// <summary>What a value on its way is.</summary>
internal enum ValueShape
{
    /// <summary>One that came before: several places may share it.</summary>
    Known,
    Scalar,
    TaggedScalar,
    Mapping,
    FlowMapping,
    Sequence,
    FlowSequence,
}
