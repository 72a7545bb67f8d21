namespace PolicyGate.Model.Assessments;

/// <summary>Why a policy gave no verdict.</summary>
public enum ErrorCode
{
    /// <summary>It threw, or answered with nothing.</summary>
    Error,

    /// <summary>It was not run: it does not compile, or uses what policies may not.</summary>
    Refused,

    /// <summary>It used up what one judgement may use: steps, depth, memory, time in regular expressions; or the room that a report has.</summary>
    Budget,

    /// <summary>It did not end in time, and its process was killed.</summary>
    Timeout,

    /// <summary>Its process ran out of memory.</summary>
    Memory,

    /// <summary>Its process ended without an answer.</summary>
    Crash,

    /// <summary>It gave two answers to the same question.</summary>
    Unstable,

    /// <summary>A fact that it needs could not be collected.</summary>
    Unknown,
}

/// <summary>What went wrong instead of a verdict.</summary>
public sealed record PolicyError(ErrorCode Code, string Message);
