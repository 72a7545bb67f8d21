using System.Collections.Immutable;
using PolicyGate.Model.Assessments;

namespace PolicyGate.Model.Governance;

/// <summary>A policy that cannot judge, and why.</summary>
public sealed record BrokenPolicy(PolicySource Source, ErrorCode Code, ImmutableArray<PolicyDiagnostic> Diagnostics)
{
    /// <summary>Broken for a reason that has no place in its text.</summary>
    public static BrokenPolicy Because(PolicySource source, ErrorCode code, string message) =>
        new(source, code, [new(source.File, 1, 1, "PG0002", message)]);
}
