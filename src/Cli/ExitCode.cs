using PolicyGate.Model.Assessments;

namespace PolicyGate.Cli;

/// <summary>Exit codes, the same for every command and every format.</summary>
internal static class ExitCode
{
    public const int Open = 0;

    /// <summary>Closed by findings.</summary>
    public const int Closed = 1;

    /// <summary>The command or the configuration is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Something could not be judged.</summary>
    public const int Inconclusive = 3;

    public static int Of(Gate gate) => gate switch
    {
        Gate.Open => Open,
        Gate.Closed => Closed,
        _ => Inconclusive,
    };
}
