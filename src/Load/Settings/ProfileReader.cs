using System.Collections.Immutable;
using PolicyGate.Load.Manifests;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>
/// Makes profiles of their documents. A profile has the rules of the one that it extends, and then its own. One with a
/// problem, or based on one with a problem, is left out: half a profile would leave policies off that somebody relies
/// on.
/// </summary>
public static class ProfileReader
{
    public static Reading<ImmutableArray<Profile>> Read(IEnumerable<Document> documents)
    {
        ImmutableArray<CheckedDocument> all = CheckedDocument.Of(documents, OwnKinds.Profile, _ => []);
        ImmutableArray<CheckedDocument> usable = [.. all.Where(profile => profile.Problems.IsEmpty)];
        ProfileBases bases = new(usable, [.. all.Select(profile => profile.Name.Text)]);
        ImmutableArray<ProfileLineage> lineages = [.. usable.Select(bases.Trace)];
        return new(
            [.. lineages.Where(lineage => lineage.Problem is null).Select(Make)],
            [
                .. all.SelectMany(profile => profile.Problems),
                .. lineages.Select(lineage => lineage.Problem).OfType<LoadProblem>(),
            ]);
    }

    private static Profile Make(ProfileLineage lineage) => new(
        lineage.Profile.Name.Text,
        [.. lineage.FirstToLast.SelectMany(ancestor => ancestor.Root["spec.rules"].Items).Select(MakeRule)],
        lineage.Profile.Root.Location);

    private static ProfileRule MakeRule(Node rule) => new()
    {
        Environments = MakeSelector(rule["environments"]),
        Policies = [.. rule["policies"].Texts],
        Enabled = !rule["enabled"].IsFalse,
        Severity = rule["severity"].Exists ? SeverityName.Parse(rule["severity"].Text) : null,
        Parameters = rule["parameters"],
        Location = rule.Location,
    };

    private static EnvironmentSelector MakeSelector(Node environments) => new()
    {
        Names = [.. environments["names"].Texts],
        Classes = [.. environments["class"].Texts],
        Isolations = [.. environments["isolation"].Texts],
        Data = [.. environments["data"].Texts],
        Criticalities = [.. environments["criticality"].Texts],
        Entities = [.. environments["entity"].Texts],
    };
}
