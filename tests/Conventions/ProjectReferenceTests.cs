using System.Xml.Linq;

namespace PolicyGate.Tests;

/// <summary>Who may depend on whom, as src/README.md shows it.</summary>
public sealed class ProjectReferenceTests
{
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["Model"] = [],
        ["Authoring"] = ["Model"],
        ["Load"] = ["Model"],
        ["Metering"] = [],
        ["Compile"] = ["Authoring", "Metering", "Model"],
        ["Evaluate"] = ["Authoring", "Model"],
        ["Isolation"] = ["Evaluate", "Model"],
        ["Worker"] = ["Compile", "Evaluate", "Isolation", "Metering", "Model"],
        ["Fix"] = ["Model"],
        ["Texts"] = ["Model"],
        ["Report"] = ["Model", "Texts"],
        ["Publish"] = ["CodeHost", "Model", "Texts"],
        ["Doctor"] = ["Load", "Model"],
        ["CodeHost"] = ["Model"],
        ["Clusters"] = ["Load", "Model"],
        ["Drift"] = ["Model"],
        ["Precompile"] = ["Compile", "Load"],
        ["Precompiled"] = ["Authoring", "Model", "Precompile"],
        ["Cli"] =
        [
            "Clusters", "CodeHost", "Compile", "Doctor", "Drift", "Evaluate", "Fix", "Isolation", "Load", "Model", "Precompiled", "Publish", "Report",
            "Texts", "Worker",
        ],
    };

    public static TheoryData<string> Projects => [.. Repository.Files("*.csproj").Where(path => path.StartsWith("src/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_references_only_those_it_may(string project) =>
        Includes(project, "ProjectReference")
            .Select(reference => reference.Split('/')[1])
            .Order(StringComparer.Ordinal)
            .ShouldBe(Allowed[project.Split('/')[1]]);

    [Fact]
    public void Each_third_party_package_is_named_by_one_project()
    {
        var twice = Repository.Files("*.csproj")
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .SelectMany(project => Includes(project, "PackageReference").Select(package => (package, project)))
            .GroupBy(one => one.package)
            .Where(uses => uses.Count() > 1);
        twice.ShouldBeEmpty();
    }

    [Fact]
    public void The_readme_of_the_sources_shows_every_project()
    {
        string readme = File.ReadAllText(Repository.At("src", "README.md"));
        foreach (string project in Allowed.Keys)
        {
            readme.ShouldContain($"`{project}`", customMessage: $"src/README.md does not speak of {project}");
        }
    }

    private static IEnumerable<string> Includes(string project, string item) =>
        XDocument.Load(Repository.At(project)).Descendants(item).Select(element => element.Attribute("Include")!.Value.Replace("../", "src/", StringComparison.Ordinal));
}
