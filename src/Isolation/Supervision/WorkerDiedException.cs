using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Isolation.Supervision;

/// <summary>A worker ended, was killed, or can no longer be believed.</summary>
/// <param name="error">What happened, without whom it happened to.</param>
/// <param name="last">What it was at.</param>
internal sealed class WorkerDiedException(PolicyError error, Announcement last) : Exception(error.Message)
{
    public PolicyError Error { get; } = error;

    public Announcement Last { get; } = last;
}
