using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>Something in which a cluster and git differ, or what could not be told.</summary>
public sealed record DriftFinding
{
    /// <summary>Such as <c>drift/changed</c>.</summary>
    public required string Id { get; init; }

    public required Severity Severity { get; init; }

    /// <summary><see cref="Outcome.Error"/> when nobody could look, so that nothing can be said.</summary>
    public Outcome Outcome { get; init; } = Outcome.Fail;

    public required string Message { get; init; }

    /// <summary>The environment's name, or empty.</summary>
    public required string Environment { get; init; }

    public ResourceReference? Resource { get; init; }

    /// <summary>The place in git that disagrees, or what stands nearest to it.</summary>
    public required Location Location { get; init; }

    /// <summary>The field that is meant, for waivers; empty for an object as a whole.</summary>
    public string Path { get; init; } = "";

    /// <summary>What tells it from others of the same object whatever the lines; see <see cref="Node.StablePath"/>.</summary>
    public string Identity { get; init; } = "";

    public required string Remediation { get; init; }
}
