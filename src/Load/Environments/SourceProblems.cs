using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Environments;

/// <summary>Sources of an environment that are not what the gate needs.</summary>
internal static class SourceProblems
{
    public static LoadProblem Missing(Node source) => new(
        LoadProblemIds.SourceMissing,
        Severity.High,
        Outcome.Error,
        source.Location,
        $"{source.Text} is not in the repository.",
        "Correct the path, or remove the source.");

    public static LoadProblem KustomizationMissing(Node source) => new(
        LoadProblemIds.SourceMissing,
        Severity.High,
        Outcome.Error,
        source.Location,
        $"There is no kustomization.yaml in {source.Text}.",
        "Correct the path, or name plain manifests with path.");

    public static LoadProblem KustomizeNotRendered(Node source, string why) => NotRendered(
        source,
        $"The kustomization has to be rendered before it can be judged: {why}. Its files were judged as they stand.",
        $"Render it into the repository, such as kustomize build {source.Text} > rendered.yaml, and name the result with path.");

    public static LoadProblem HelmNotRendered(Node source) => NotRendered(
        source,
        "The chart has to be rendered before it can be judged.",
        $"Render it into the repository, such as helm template {source.Text} > rendered.yaml, and name the result with path.");

    private static LoadProblem NotRendered(Node source, string message, string remediation) =>
        new(LoadProblemIds.NotRendered, Severity.Medium, Outcome.Error, source.Location, message, remediation);
}
