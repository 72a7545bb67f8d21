using PolicyGate.Evaluate.Judge;

namespace PolicyGate.Cli.Check;

/// <summary>Holds an estate against the clusters that it is for.</summary>
internal interface IClusterStage
{
    /// <summary>The request with what the clusters and git differ in.</summary>
    EvaluationRequest Compare(EvaluationRequest request);
}
