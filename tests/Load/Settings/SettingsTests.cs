using System.Collections.Immutable;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using PolicyGate.Tests;

namespace PolicyGate.Load.Tests.Settings;

/// <summary>Each case is a file of settings, with marks where something is wrong with them.</summary>
public sealed class SettingsTests
{
    private const string Cases = "tests/Load/Settings/cases";

    public static TheoryData<string> AllCases => CaseFile.In(Cases);

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Finds_what_is_marked(string name)
    {
        Reading<RepositorySettings> reading = Read(name, out string text);

        Marks.ShouldBeMet(text, reading.Problems.Select(Describe));
        reading.Problems.ShouldAllBe(problem =>
            problem.Severity == Severity.High && problem.Outcome == Outcome.Fail && problem.Remediation.Length > 0);
    }

    [Fact]
    public void Keeps_only_waivers_without_a_problem()
    {
        ImmutableArray<Waiver> waivers = Read("waivers.yaml", out _).Value.Waivers;

        waivers.ShouldBe([new()
        {
            Name = "node-exporter-host-path",
            Policy = "pod-security/baseline/host-path-volumes",
            Environment = "st-marys-production",
            Kind = "DaemonSet",
            Namespace = "observability",
            ResourceName = "node-exporter",
            Path = "spec.template.spec.volumes[0]['a.b/c'].hostPath",
            Reason = "The counters of the nodes exist only there.",
            Ticket = "SEC-1432",
            Owner = "team-observability",
            Approver = "ciso-office",
            Expires = new(2027, 3, 31),
            Location = waivers[0].Location,
            Document = waivers[0].Document,
        }]);
        waivers[0].Location.Span.StartLine.ShouldBe(1);
        waivers[0].Document!["spec.expires"].Text.ShouldBe("2027-03-31");
    }

    [Fact]
    public void Puts_the_rules_of_a_base_before_those_that_extend_it()
    {
        ImmutableArray<Profile> profiles = Read("profiles.yaml", out _).Value.Profiles;

        profiles.Select(profile => profile.Name).ShouldBe(["default", "strict"]);
        ImmutableArray<ProfileRule> rules = profiles[1].Rules;
        rules.Select(rule => string.Join(' ', rule.Policies)).ShouldBe(
            ["**", "resources/cpu-limit-forbidden", "pod-security/** resources/memory-limit-required"]);
        rules.Select(rule => rule.Enabled).ShouldBe([true, false, true]);
        rules.Select(rule => rule.Severity).ShouldBe([null, null, Severity.High]);
        rules[2].Parameters["max"].Text.ShouldBe("8Gi");
        rules[2].Environments.Classes.ShouldBe(["production", "staging"]);
        rules[2].Environments.Data.ShouldBe(["regulated"]);
        rules[2].Environments.Names.ShouldBe(["st-marys-*"]);
        rules[0].Environments.Classes.ShouldBeEmpty();
    }

    [Fact]
    public void Lets_a_repository_extend_a_shipped_profile_and_not_replace_it()
    {
        ImmutableArray<Document> shipped = CaseFile.Documents("shipped.yaml", """
            apiVersion: policygate.dev/v1
            kind: Profile
            metadata: { name: default }
            spec: { rules: [{ policies: ["**"] }] }
            """);
        ImmutableArray<Document> own = CaseFile.Documents("own.yaml", """
            apiVersion: policygate.dev/v1
            kind: Profile
            metadata: { name: default }
            spec: { rules: [{ policies: ["**"], enabled: false }] }
            ---
            apiVersion: policygate.dev/v1
            kind: Profile
            metadata: { name: own }
            spec: { extends: default }
            """);

        Reading<RepositorySettings> reading =
            SettingsReader.Read(Collected.From([.. own, .. shipped]), shipped);

        reading.Value.Profiles.Select(profile => profile.Name).ShouldBe(["default", "own"]);
        reading.Value.Profiles[1].Rules.Single().Enabled.ShouldBeTrue();
        reading.Problems.Single().Location.File.ShouldBe("own.yaml");
        reading.Problems.Single().Message.ShouldBe("the name `default` is taken by line 3 of shipped.yaml");
    }

    [Fact]
    public void Reads_a_configuration_with_paths_from_the_root()
    {
        ImmutableArray<Document> documents = CaseFile.Documents(
            "deploy/policygate.yaml", CaseFile.Text($"{Cases}/configuration.yaml"));

        Configuration configuration = ConfigurationReader.Read(documents[0]).Value!;

        configuration.Policies.ShouldBe(["deploy/policies", "deploy/platform/policies"]);
        configuration.Profile.ShouldBe("strict");
        configuration.Profiles.ShouldBe(["deploy/profiles"]);
        configuration.Waivers.ShouldBe(["deploy/waivers"]);
        configuration.Environments.ShouldBe(["deploy/environments"]);
        configuration.FailOn.ShouldBe(Severity.Medium);
        configuration.Exclude.ShouldBe([new("vendor/**", "Rendered copies of what stands in charts.")]);
        ConfigurationReader.Read(documents[1]).Value.ShouldBeNull();
    }

    [Fact]
    public void Lists_no_more_problems_of_a_document_than_the_limit()
    {
        string fields = string.Join(' ', Enumerable.Range(0, 5000).Select(number => $"field-{number}: 1,"));
        Document document = CaseFile.Documents("environment.yaml", $$"""
            apiVersion: policygate.dev/v1
            kind: Environment
            metadata: { name: hostile }
            spec: { class: test, {{fields}} }
            """).Single();

        ImmutableArray<LoadProblem> problems =
            SettingsReader.Read(Collected.From([document]), shippedProfiles: []).Problems;

        problems.Length.ShouldBe(LoadLimits.Default.Problems + 1);
        problems[^1].Message.ShouldBe("4900 more problems in this document are not listed");
    }

    [Fact]
    public void Follows_a_long_row_of_profiles_to_its_limit_only()
    {
        IEnumerable<string> profiles = Enumerable.Range(0, 2000).Select(number => $$"""
            apiVersion: policygate.dev/v1
            kind: Profile
            metadata: { name: p{{number}} }
            spec: { extends: p{{number + 1}} }
            """);
        ImmutableArray<Document> documents = CaseFile.Documents("profiles.yaml", string.Join("\n---\n", profiles));

        Reading<ImmutableArray<Profile>> reading = ProfileReader.Read(documents);

        reading.Value.ShouldBeEmpty();
        reading.Problems.Length.ShouldBe(2000);
        reading.Problems[0].Message.ShouldBe("more than 16 profiles extend each other in a row");
    }

    private static Reading<RepositorySettings> Read(string name, out string text)
    {
        text = CaseFile.Text($"{Cases}/{name}");
        return SettingsReader.Read(Collected.From(CaseFile.Documents($"estate/{name}", text)), shippedProfiles: []);
    }

    private static (int Line, string Text) Describe(LoadProblem problem) =>
        (problem.Location.Span.StartLine, $"{problem.Id} {problem.Message}");
}
