using System.Collections.Immutable;
using PolicyGate.Load.Manifests;
using PolicyGate.Load.Schemas;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>Reads <c>policygate.yaml</c>.</summary>
public static class ConfigurationReader
{
    private static readonly string[] PlaceFields = ["policies", "profiles", "waivers", "environments"];

    /// <summary>The value is null when there are problems.</summary>
    public static Reading<Configuration?> Read(Document document)
    {
        CheckedDocument configuration = CheckedDocument.Of([document], OwnKinds.Configuration, Places).Single();
        return configuration.Problems.IsEmpty
            ? new(Make(configuration.Root["spec"]), [])
            : new(null, configuration.Problems);
    }

    private static Configuration Make(Node spec) => new()
    {
        Policies = Resolve(spec["policies"]),
        Profile = spec["profile"].Exists ? spec["profile"].Text : null,
        Profiles = Resolve(spec["profiles"]),
        Waivers = Resolve(spec["waivers"]),
        Environments = Resolve(spec["environments"]),
        FailOn = spec["failOn"].Exists ? SeverityName.Parse(spec["failOn"].Text) : null,
        Exclude = [.. spec["exclude"].Items.Select(item => new Exclusion(item["files"].Text, item["reason"].Text))],
    };

    private static ImmutableArray<string> Resolve(Node paths) =>
        [.. paths.Items.Select(path => FromRoot(path)!)];

    /// <summary>Null when it leads out of the repository.</summary>
    private static string? FromRoot(Node path) =>
        Files.Paths.Join(Files.Paths.DirectoryOf(path.Route.File), path.Text);

    private static IEnumerable<LoadProblem> Places(Node root) =>
        PlaceFields
            .SelectMany(field => root["spec"].Field(field).Items)
            .Where(path => path.IsScalar && FromRoot(path) is null)
            .Select(path => SettingsProblems.Wrong(
                path,
                $"{Quoted.Text(path)} leads out of the repository",
                "Name a path inside the repository."));
}
