using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Load.Settings;

namespace PolicyGate.Load.Files;

/// <summary>What the place and the name of a file tell about it.</summary>
internal sealed partial class PathRules(string root, ImmutableArray<Exclusion> excluded)
{
    private readonly ConcurrentDictionary<string, string?> charts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> policies = new(StringComparer.Ordinal);

    /// <summary>Why a file is not read, or <see cref="SetAsideReason.None"/>.</summary>
    public SetAsideReason ReasonNotToRead(string file)
    {
        if (excluded.Any(exclusion => exclusion.Covers(file)))
        {
            return SetAsideReason.Excluded;
        }

        if (ChartOf(Paths.DirectoryOf(file)) is { } chart && IsChartPart(Within(chart, file)))
        {
            return SetAsideReason.HelmChart;
        }

        bool isCase = file.EndsWith(".parameters.yaml", StringComparison.Ordinal) || IsBelowCases(file);
        return isCase ? SetAsideReason.PolicyCase : SetAsideReason.None;
    }

    /// <summary>
    /// The configuration of a known tool. Such a file is read all the same, and judged where it does hold a manifest:
    /// a name must not hide an object from the gate. Only its problems are not the gate's business.
    /// </summary>
    public static bool IsToolConfiguration(string file) => ToolFile().IsMatch(Paths.NameOf(file));

    public static bool IsKustomization(string file) =>
        Paths.NameOf(file) is "kustomization.yaml" or "kustomization.yml" or "Kustomization";

    /// <summary>The innermost directory at or above that holds a Chart.yaml.</summary>
    private string? ChartOf(string directory) => charts.GetOrAdd(directory, FindChart);

    private string? FindChart(string directory)
    {
        if (File.Exists(Path.Combine(root, directory, "Chart.yaml")))
        {
            return directory;
        }

        return directory.Length == 0 || directory.StartsWith("..", StringComparison.Ordinal)
            ? null
            : ChartOf(Paths.DirectoryOf(directory));
    }

    /// <summary>https://helm.sh/docs/topics/charts/#the-chart-file-structure; crds/ holds plain manifests.</summary>
    private static bool IsChartPart(string path) =>
        path is "Chart.yaml"
        || path.StartsWith("templates/", StringComparison.Ordinal)
        || path.StartsWith("ci/", StringComparison.Ordinal)
        || (!path.Contains('/', StringComparison.Ordinal)
            && path.StartsWith("values", StringComparison.Ordinal));

    /// <summary>Below a directory <c>cases</c> that stands beside a policy.</summary>
    private bool IsBelowCases(string file)
    {
        for (string directory = Paths.DirectoryOf(file); directory.Length > 0; directory = Paths.DirectoryOf(directory))
        {
            if (Paths.NameOf(directory) == "cases" && HasPolicy(Paths.DirectoryOf(directory)))
            {
                return true;
            }
        }

        return false;
    }

    private bool HasPolicy(string directory) => policies.GetOrAdd(
        directory, path => Directory.EnumerateFiles(Path.Combine(root, path), "*.csx").Any());

    private static string Within(string directory, string file) =>
        directory.Length == 0 ? file : file[(directory.Length + 1)..];

    [GeneratedRegex(
        """
        ^(
          \.(gitlab-ci|pre-commit-(config|hooks)|travis|drone|woodpecker|codecov|readthedocs|sops)\.ya?ml
        | \.(golangci|goreleaser|yamllint|markdownlint|mega-linter|eslintrc|prettierrc|releaserc|renovaterc|babelrc)
          ([.-].*)?\.(ya?ml|json5?)
        | (docker-)?compose([.-].*)?\.ya?ml
        | (azure|bitbucket)-pipelines\.ya?ml | appveyor\.ya?ml | cloudbuild\.ya?ml | codecov\.ya?ml
        | mkdocs\.ya?ml | Taskfile\.ya?ml | renovate\.json5? | dependabot\.ya?ml
        | (package|composer|tsconfig|jsconfig|deno|lerna|angular|nx|turbo)([.-].*)?\.json
        | pnpm-(lock|workspace)\.yaml | helmfile.*\.ya?ml | .*\.schema\.json
        )$
        """,
        RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex ToolFile();
}
