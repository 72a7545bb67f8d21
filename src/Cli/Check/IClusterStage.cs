using PolicyGate.Evaluate.Judge;

namespace PolicyGate.Cli.Check;

/// <summary>Holds an estate against the clusters that it is for.</summary>
internal interface IClusterStage
{
    /// <summary>Reads the clusters and compares.</summary>
    /// <param name="git">What git wants.</param>
    ClusterFacts Look(EvaluationRequest git);
}

/// <summary>What came of looking at clusters.</summary>
/// <param name="Git">The request, with what git and the clusters differ in.</param>
/// <param name="Live">What is live, to be judged as git is.</param>
internal sealed record ClusterFacts(EvaluationRequest Git, EvaluationRequest Live);
