using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor;

/// <summary>How much a diagnosis matters.</summary>
public enum Gravity
{
    /// <summary>The required status hangs or can be bypassed, or the gate cannot work at all.</summary>
    Error,

    /// <summary>It works, and is weaker, slower or less told than it should be.</summary>
    Warning,
}

/// <summary>Something wrong with how a repository uses the gate, at its place. All texts may hold text from its files.</summary>
public sealed record Diagnosis
{
    /// <summary>What kind it is, such as <c>trigger/path-filter</c>; <c>docs/github/doctor.md</c> explains each.</summary>
    public required string Id { get; init; }

    public required Gravity Gravity { get; init; }

    public required Location Location { get; init; }

    /// <summary>What is wrong, in one line.</summary>
    public required string Problem { get; init; }

    /// <summary>Why it hurts, in one line.</summary>
    public required string Harm { get; init; }

    /// <summary>What to do about it, in one line.</summary>
    public required string Remedy { get; init; }

    /// <summary>Text to paste, of several lines; empty when there is nothing to paste.</summary>
    public string Paste { get; init; } = "";

    internal static Diagnosis Error(string id, Location place, string problem, string harm, string remedy, string paste = "") =>
        Of(id, Gravity.Error, place, problem, harm, remedy, paste);

    internal static Diagnosis Warning(string id, Location place, string problem, string harm, string remedy, string paste = "") =>
        Of(id, Gravity.Warning, place, problem, harm, remedy, paste);

    private static Diagnosis Of(
        string id, Gravity gravity, Location place, string problem, string harm, string remedy, string paste) => new()
        {
            Id = id,
            Gravity = gravity,
            Location = place,
            Problem = problem,
            Harm = harm,
            Remedy = remedy,
            Paste = paste,
        };
}
