using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Kubernetes;

/// <summary>Who develops, who operates and who approves, by all that an estate says.</summary>
internal static class Duties
{
    public static IEnumerable<DutyHolder> HoldersIn(Estate estate)
    {
        ImmutableArray<DutyClaim> declared =
            [.. estate.Environments.Where(environment => environment.IsDeclared).SelectMany(Declared).OrderBy(claim => claim.Duty)];
        ImmutableArray<DutyClaim> granted = [.. estate.Environments.Where(environment => environment.IsProduction).SelectMany(environment => Granted(environment, estate))];
        ImmutableArray<DutyClaim> owning = [.. Changes.CodeOwnership.In(estate).SelectMany(Owning)];
        ImmutableArray<DutyClaim> releasing = [.. Delivery.WorkflowJob.In(estate).Where(job => job.DeploysToProduction).SelectMany(Releasing)];
        ImmutableArray<DutyClaim> direct = [.. declared, .. granted, .. owning, .. releasing];
        ILookup<string, DutyClaim> everywhere = direct
            .Concat(direct.SelectMany(claim => OfMembers(claim, estate)))
            .ToLookup(claim => claim.Holder, StringComparer.Ordinal);
        return everywhere.SelectMany(claims => claims
            .GroupBy(claim => claim.Environment)
            .Select(here => new DutyHolder(here.Key, NameOf(here.First()), [.. here], [.. claims])));
    }

    private static IEnumerable<DutyClaim> Declared(Environment environment) =>
        from duty in Enum.GetValues<Duty>()
        from item in environment["spec.roles"].Field($"{Word(duty)}s").Items
        where item.IsScalar
        select new DutyClaim(environment, Identity.Of(item.Text), duty, item, $"is listed as {Word(duty)}");

    private static string Word(Duty duty) => Model.Estates.Declared.Write(duty);

    /// <summary>Only in production: elsewhere developers may do as they like.</summary>
    private static IEnumerable<DutyClaim> Granted(Environment environment, Estate estate) =>
        from list in estate.AccessLists
        where list.Environment == environment
        from grant in list.Grants
        where grant.MayWrite
        select new DutyClaim(environment, grant.Holder, Duty.Operator, grant.Node, Describe(grant)) { Name = grant.Name };

    /// <summary>For people: <c>may write in production by ClusterRole edit</c>.</summary>
    private static string Describe(AccessGrant grant) =>
        grant.Binding is null ? $"may sync by {grant.Access}"
        : grant.IsKnown ? $"may write in production by {grant.Access}"
        : $"is bound in production to {grant.Access}, which is not among the manifests and may grant anything";

    /// <summary>Who owns files of production approves changes to it.</summary>
    private static IEnumerable<DutyClaim> Owning(Changes.CodeOwnership ownership) =>
        from area in ownership.Areas
        let rule = area.Rule
        where rule is not null
        from owner in rule["owners"].Items
        let name = owner.Text[(owner.Text.LastIndexOf('/') + 1)..].TrimStart('@')
        select new DutyClaim(ownership.Environment, Identity.Of(name), Duty.Approver, owner, $"owns {rule["pattern"]} in CODEOWNERS") { Name = name };

    /// <summary>Who lets a deployment to production go approves it.</summary>
    private static IEnumerable<DutyClaim> Releasing(Delivery.WorkflowJob job) =>
        from reviewer in job.Reviewers ?? []
        let name = reviewer.Text[(reviewer.Text.LastIndexOf('/') + 1)..].TrimStart('@')
        select new DutyClaim(job.Environment, Identity.Of(name), Duty.Approver, reviewer, $"lets the {job.Name} go") { Name = name };

    /// <summary>OpenShift keeps groups as objects: https://docs.openshift.com/container-platform/latest/rest_api/user_and_group_apis/group-user-openshift-io-v1.html.</summary>
    private static IEnumerable<DutyClaim> OfMembers(DutyClaim claim, Estate estate) =>
        from environment in estate.OnClusterOf(claim.Environment)
        from resource in environment.OfKind("Group")
        where resource.Group == "user.openshift.io" && Identity.Of(resource.Name) == claim.Holder
        from member in resource["users"].Items
        select claim with
        {
            Holder = Identity.Of(member.Text),
            Place = member,
            Name = null,
            Reason = $"{claim.Reason} as a member of {resource.Name}",
        };

    /// <summary>As it is written where it is first met.</summary>
    private static string NameOf(DutyClaim claim) =>
        claim.Holder.StartsWith("system:", StringComparison.Ordinal) ? claim.Holder : claim.Name ?? claim.Place.Text;
}
