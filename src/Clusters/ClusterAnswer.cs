using System.Diagnostics.CodeAnalysis;

namespace PolicyGate.Clusters;

/// <summary>What the cluster answered: the value, or why there is none.</summary>
public sealed record ClusterAnswer<T>
{
    private ClusterAnswer(T? value, ClusterProblem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public ClusterProblem? Problem { get; }

    /// <summary>There is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsGiven => Problem is null;

    [SuppressMessage("Usage", "CA2225", Justification = "The constructors' only callers are these conversions.")]
    public static implicit operator ClusterAnswer<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "The constructors' only callers are these conversions.")]
    public static implicit operator ClusterAnswer<T>(ClusterProblem problem) => new(default, problem);

    /// <summary>The same with another value; a problem stays.</summary>
    public ClusterAnswer<TOther> With<TOther>(Func<T, TOther> turn) => IsGiven ? turn(Value) : Problem;
}
