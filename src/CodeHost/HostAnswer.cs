using System.Diagnostics.CodeAnalysis;

namespace PolicyGate.CodeHost;

/// <summary>What the host answered: the value, or why there is none.</summary>
public sealed record HostAnswer<T>
{
    private HostAnswer(T? value, HostProblem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public HostProblem? Problem { get; }

    /// <summary>There is a value.</summary>
    [MemberNotNullWhen(true, nameof(Value))]
    [MemberNotNullWhen(false, nameof(Problem))]
    public bool IsGiven => Problem is null;

    [SuppressMessage("Usage", "CA2225", Justification = "The constructors' only callers are these conversions.")]
    public static implicit operator HostAnswer<T>(T value) => new(value, null);

    [SuppressMessage("Usage", "CA2225", Justification = "The constructors' only callers are these conversions.")]
    public static implicit operator HostAnswer<T>(HostProblem problem) => new(default, problem);

    /// <summary>The same with another value; a problem stays.</summary>
    public HostAnswer<TOther> With<TOther>(Func<T, TOther> turn) => IsGiven ? turn(Value) : Problem;
}

/// <summary>That it was done, where the host has nothing else to say.</summary>
public readonly record struct Done;
