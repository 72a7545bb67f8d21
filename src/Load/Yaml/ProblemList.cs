using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>The problems of one file, up to the limit; the last one then says that there are more.</summary>
internal sealed class ProblemList(string file, LoadLimits limits)
{
    private readonly ImmutableArray<LoadProblem>.Builder placed = ImmutableArray.CreateBuilder<LoadProblem>();
    private readonly List<UnplacedProblem> unplaced = [];
    private bool full;

    public void Add(UnplacedProblem problem)
    {
        if (full)
        {
            return;
        }

        full = placed.Count + unplaced.Count >= limits.Problems;
        unplaced.Add(full ? TooMany(problem) : problem);
    }

    /// <summary>Gives the problems met since the last document their paths in this one.</summary>
    public void FindPathsIn(Document document)
    {
        foreach (UnplacedProblem problem in unplaced)
        {
            placed.Add(problem.At(file, document.Root.PathAt(problem.Span)));
        }

        unplaced.Clear();
    }

    /// <summary>Drops the problems met since the last document.</summary>
    public void Forget() => unplaced.Clear();

    public ImmutableArray<LoadProblem> ToImmutable()
    {
        foreach (UnplacedProblem problem in unplaced)
        {
            placed.Add(problem.At(file, ""));
        }

        unplaced.Clear();
        return placed.ToImmutable();
    }

    private UnplacedProblem TooMany(UnplacedProblem problem) => problem with
    {
        Id = LoadProblemIds.Limit,
        Severity = Severity.High,
        Outcome = Outcome.Error,
        Message = string.Create(
            CultureInfo.InvariantCulture,
            $"The file has more than {limits.Problems} problems; those from here on are not listed."),
        Remediation = "Correct the problems listed, then check again.",
    };
}
