using PolicyGate.Isolation.Protocol;

namespace PolicyGate.Isolation.Supervision;

/// <summary>How long a worker may be at one thing before it is killed.</summary>
public sealed record Deadlines
{
    /// <summary>Far beyond what ordinary policies need on a slow machine; a judgement takes microseconds.</summary>
    public static Deadlines Default { get; } = new();

    public TimeSpan Start { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>
    /// For the compiler to get going, which takes a second or two. A policy that the compiler does not come to an end with
    /// costs this twice: once among all, once to find that it is this one.
    /// </summary>
    public TimeSpan Compile { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For each policy more.</summary>
    public TimeSpan CompilePolicy { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>For reading what the parent has sent of an estate.</summary>
    public TimeSpan Read { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>For one policy and one subject.</summary>
    public TimeSpan Judge { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>For all policies and all subjects of one estate.</summary>
    public TimeSpan Run { get; init; } = TimeSpan.FromMinutes(15);

    /// <param name="step">What the worker is at.</param>
    /// <param name="policies">With how many policies.</param>
    internal TimeSpan Of(WorkerStep step, int policies) => step switch
    {
        WorkerStep.Compiling => Compile + (CompilePolicy * policies),
        WorkerStep.Reading => Read,
        WorkerStep.Preparing or WorkerStep.Judging => Judge,
        _ => Start,
    };
}
