using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Settings;

namespace PolicyGate.Cli.Check;

/// <summary>What became of files, in words.</summary>
internal static class FileAccounts
{
    public static Model.Assessments.FileAccount Of(FileAccount account, ImmutableArray<Exclusion> exclusions) =>
        new(account.File, account.Manifests + account.Settings, Why(account, exclusions));

    private static string Why(FileAccount account, ImmutableArray<Exclusion> exclusions) => account.Reason switch
    {
        SetAsideReason.None => "",
        SetAsideReason.Excluded => $"excluded: {exclusions.First(exclusion => exclusion.Covers(account.File)).Reason}",
        SetAsideReason.HiddenDirectory => "a hidden directory",
        SetAsideReason.LinkedDirectory => "a link to a directory",
        SetAsideReason.HelmChart => "part of a Helm chart",
        SetAsideReason.Template => "a template that is not rendered",
        SetAsideReason.Kustomization => "a kustomization",
        SetAsideReason.KustomizeInput => "a patch of a kustomization",
        SetAsideReason.PolicyCase => "a policy's case",
        SetAsideReason.ToolConfiguration => "another tool's configuration",
        SetAsideReason.NotForCluster => "not for a cluster",
        _ => "no Kubernetes manifest",
    };
}
