using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Evaluate.Judge;

/// <summary>Brings together what policies say of git and of what clusters run.</summary>
public static class Sides
{
    /// <summary>One assessment, in which each finding of a policy says where it is.</summary>
    /// <param name="git">Of what git wants.</param>
    /// <param name="live">Of what clusters run, by the same policies.</param>
    /// <param name="places">Where in git things of clusters are said.</param>
    public static Assessment Join(Assessment git, Assessment live, GitPlaces places)
    {
        HashSet<string> inGit = git.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        HashSet<string> inLive = live.Findings.Select(finding => finding.Fingerprint).ToHashSet(StringComparer.Ordinal);
        HashSet<string> policies = git.Policies.Select(policy => policy.Id).ToHashSet(StringComparer.Ordinal);
        ImmutableArray<Finding> findings = Evaluator.Ordered(
        [
            .. git.Findings.Select(finding => policies.Contains(finding.Policy) ? SideOf(finding, inLive, places) : finding),
            .. live.Findings
                .Where(finding => policies.Contains(finding.Policy) && !inGit.Contains(finding.Fingerprint))
                .Select(finding => OnlyLive(finding, places)),
        ]);
        return git with
        {
            Findings = findings,
            Gate = Gates.Of(findings, git.FailOn),
            Policies = [.. git.Policies.Select(policy => Sum(policy, live.Policies.FirstOrDefault(other => other.Id == policy.Id)))],
            Judgements = [.. git.Judgements, .. live.Judgements.Select(judgement => judgement with { Subject = $"{judgement.Subject} in the cluster" })],
        };
    }

    private static Finding SideOf(Finding finding, HashSet<string> inLive, GitPlaces places) => finding switch
    {
        { Resource: null } => finding,
        _ when !places.IsLive(finding.Environment, finding.Resource) => finding,
        _ when inLive.Contains(finding.Fingerprint) => Marked(finding, Model.Assessments.Side.Both, "in git and in the cluster"),
        _ => Marked(finding, Model.Assessments.Side.Git, "in git only, the cluster is right"),
    };

    private static Finding OnlyLive(Finding finding, GitPlaces places)
    {
        Location place = finding.Resource is { } resource && finding.Location.File.Length == 0
            ? places.Of(finding.Environment, resource, finding.Location.Path)
            : finding.Location;
        return Marked(finding with { Location = place, Fix = null }, Model.Assessments.Side.Live, "in the cluster only");
    }

    private static Finding Marked(Finding finding, Side side, string where) =>
        finding with { Side = side, Message = $"{finding.Message} ({where})" };

    private static PolicySummary Sum(PolicySummary git, PolicySummary? live) => live is null
        ? git
        : git with
        {
            Pass = git.Pass + live.Pass,
            Fail = git.Fail + live.Fail,
            Waived = git.Waived + live.Waived,
            Error = git.Error + live.Error,
            NotApplicable = git.NotApplicable + live.NotApplicable,
        };
}
