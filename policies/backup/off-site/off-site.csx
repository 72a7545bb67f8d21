// Fire, flood, or one wrong command with the account's credentials: what takes the cluster takes the backups beside it.
// A copy of every backup of production leaves the region, or the account.

return new Policy<BackupTarget, Stores>
{
    Title       = "A copy of the backups leaves the region or the account",
    Severity    = High,
    Controls    = [Hipaa("164.308(a)(7)(ii)(A)"), Nist80053("CP-6"), Nist80053("CP-6(1)"), Iso27001("A.8.13"), Iso27001("A.8.14")],
    Remediation = "Write to a bucket in another region, have the bucket copied to one, or name stores that are elsewhere in the parameter offSite; say in spec.regions, first, where the environment runs.",
    Subjects    = estate => estate.BackupTargets,
    Evaluate    = (target, stores) =>
        !target.Environment.IsDeclared ? NotApplicable("no descriptor declares where production runs")
        : !target.Environment.IsProduction ? NotApplicable($"{target.Environment.Description} is not production")
        : target.OtherAccount is { } account ? Pass(target.Node, account)
        : stores.OffSite.Contains(target.Bucket) ? Pass("elsewhere by declaration", target.Node)
        : Judged(target, target.Environment["spec.regions[0]"]),
};

record Stores
{
    /// <summary>Buckets in another region or account, or copied to one, of which git does not tell.</summary>
    public ImmutableArray<string> OffSite { get; init; } = [];
}

Verdict Judged(BackupTarget target, Node home)
{
    ImmutableArray<string> regions = [.. target.Regions.Select(region => region.Name).Distinct()];
    return regions.Length > 1 || (home.Exists && regions.Any(region => region != CloudRegion.Of(home.Text).Name))
        ? Pass($"copies in {string.Join(", ", regions)}", target.Region ?? target.Node, home)
        : regions is [] ? Fail(target.Region ?? target.Node, $"nothing tells the region of {target.Description}, nor of a copy, so it cannot be shown to be elsewhere")
        : home.IsMissing ? Fail(target.Environment["spec.regions"], $"the descriptor does not say where the environment runs, and {target.Description} has no copy outside of {regions[0]}")
        : Fail(target.Region ?? target.Node, $"{target.Description} is in {regions[0]}, where the environment runs, and no copy leaves it");
}
