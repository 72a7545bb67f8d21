using System.Globalization;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Tests;

/// <summary>
/// Each folder under <c>cases</c>: what git wants, what the cluster has, and what is said of it. To accept what the program
/// says now, run the tests with <c>POLICYGATE_ACCEPT=1</c> and read the difference.
/// </summary>
public sealed class CaseTests
{
    public static TheoryData<string> Cases => [.. DriftCase.Names];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_is_found_is_as_the_file_beside_the_case(string name)
    {
        DriftCase one = new(name);
        string[] found = [.. DriftComparison.Compare(one.Request).Select(LineOf)];
        string actual = found.Length == 0 ? "no drift\n" : string.Concat(found.Select(line => $"{line}\n"));
        if (System.Environment.GetEnvironmentVariable("POLICYGATE_ACCEPT") == "1")
        {
            File.WriteAllText(one.Expected, actual);
        }

        actual.ShouldBe(File.ReadAllText(one.Expected).ReplaceLineEndings("\n"));
    }

    /// <summary>Whatever the order in which the server gives objects and fields; only texts follow it that show several.</summary>
    [Theory]
    [MemberData(nameof(Cases))]
    public void The_order_in_which_the_cluster_tells_does_not_matter(string name)
    {
        DriftCase one = new(name);

        DriftComparison.Compare(one.InAnotherOrder).Select(IdentityOf).Order(StringComparer.Ordinal)
            .ShouldBe(DriftComparison.Compare(one.Request).Select(IdentityOf).Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void The_values_of_Secrets_are_never_shown(string name)
    {
        DriftCase one = new(name);
        string told = string.Join('\n', DriftComparison.Compare(one.Request).Select(finding => finding.ToString()));

        one.SecretValues.Where(value => told.Contains(value, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Whoever_could_not_look_says_so_in_the_outcome(string name) =>
        DriftComparison.Compare(new DriftCase(name).Request)
            .ShouldAllBe(finding => finding.Outcome == Outcome.Error == (finding.Id == DriftIds.Unknown));

    private static string IdentityOf(DriftFinding finding) =>
        $"{finding.Location} {finding.Id} {finding.Severity} {finding.Resource} {finding.Path} {finding.Identity}";

    private static string LineOf(DriftFinding finding)
    {
        Location place = finding.Location;
        string where = place.File.Length > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{place.File}:{place.Span.StartLine}")
            : "nowhere";
        return $"{where} {finding.Id} {finding.Severity.ToString().ToLowerInvariant()} {NameOf(finding.Resource)}{finding.Message}";
    }

    private static string NameOf(ResourceReference? resource) => resource switch
    {
        null => "",
        { Namespace: "" } => $"{resource.Kind} {resource.Name}: ",
        _ => $"{resource.Kind} {resource.Namespace}/{resource.Name}: ",
    };
}
