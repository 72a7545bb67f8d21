using PolicyGate.Isolation.Protocol;

namespace PolicyGate.Isolation.Supervision;

/// <summary>How long a worker may be at one thing before it is killed.</summary>
public sealed record Deadlines
{
    /// <summary>Far beyond what ordinary policies need on a slow machine; a judgement takes microseconds.</summary>
    public static Deadlines Default { get; } = new();

    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>For the compiler to get going.</summary>
    public TimeSpan Compile { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>For each policy more.</summary>
    public TimeSpan CompilePolicy { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>For reading the manifests, which are bounded by limits of their own.</summary>
    public TimeSpan Read { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For one policy and one subject.</summary>
    public TimeSpan Judge { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For all policies and all subjects.</summary>
    public TimeSpan Run { get; init; } = TimeSpan.FromMinutes(15);

    internal TimeSpan Of(WorkerStep step, int policies) => step switch
    {
        WorkerStep.Compiling => Compile + (CompilePolicy * policies),
        WorkerStep.Reading => Read,
        WorkerStep.Preparing or WorkerStep.Judging => Judge,
        _ => Start,
    };
}
