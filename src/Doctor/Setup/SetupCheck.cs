using System.Collections.Immutable;
using PolicyGate.Doctor.Workflows;
using PolicyGate.Load;
using PolicyGate.Load.Policies;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Doctor.Setup;

/// <summary>Whether the gate can read what it is told: configuration, descriptors, waivers, profiles, policies.</summary>
internal static class SetupCheck
{
    private const string CannotJudge = "The gate ends with exit code 2 and never opens.";

    private static readonly string[] PathInputs = ["config", "working-directory"];

    /// <param name="root">The repository root, absolute.</param>
    /// <param name="settings">The configuration.</param>
    /// <param name="shippedProfiles">A directory of profiles that come with the program.</param>
    /// <param name="gates">The workflows, of which the working directories are what is judged.</param>
    public static IEnumerable<Diagnosis> Of(string root, SettingsFile settings, string shippedProfiles, ImmutableArray<GateWorkflow> gates) =>
    [
        .. settings.Problems.Select(problem => OfProblem("setup/configuration", problem, CannotJudge)),
        .. Settings(root, JudgedPlaces(root, gates), settings.Configuration, shippedProfiles),
        .. Places(root, settings.Configuration),
        .. Policies(root, settings.Configuration),
    ];

    /// <summary>What the steps of workflows name and is not there.</summary>
    public static IEnumerable<Diagnosis> OfInputs(string root, GateWorkflow workflow) => workflow.Jobs
        .SelectMany(job => job.JudgingSteps)
        .SelectMany(step => PathInputs.Select(name => (Step: step, Input: step.Input(name))))
        .Where(one => one.Input.IsScalar && !one.Input.Text.Contains("${{", StringComparison.Ordinal))
        .Where(one => !Exists(root, one.Step.Input("working-directory").Text, one.Input))
        .Select(one => Diagnosis.Error(
            "setup/input",
            one.Input.Location,
            $"there is no `{one.Input.Text}`, which `{one.Input.Name}` names",
            CannotJudge,
            "Correct the path; it leads from the repository's root, or from the working directory."));

    private static bool Exists(string root, string workingDirectory, Node input)
    {
        string relative = input.Text.Trim();
        return RepositoryHas(root, relative)
            || (input.Name == "config" && RepositoryHas(root, Path.Combine(workingDirectory, relative)));
    }

    /// <summary>Nothing outside of the repository is looked at.</summary>
    private static bool RepositoryHas(string root, string path)
    {
        string absolute = Path.GetFullPath(Path.Combine(root, path));
        return !Path.IsPathRooted(RepositoryPath.Of(absolute, root)) && Path.Exists(absolute);
    }

    private static ImmutableArray<string> JudgedPlaces(string root, ImmutableArray<GateWorkflow> gates)
    {
        JobStep[] steps = [.. gates.SelectMany(gate => gate.Jobs).SelectMany(job => job.JudgingSteps)];
        string[] places = [.. steps.Select(step => step.Input("working-directory").Text.Trim()).Distinct(StringComparer.Ordinal)];
        return places.Length == 0 || places.Any(place => place.Length == 0 || !RepositoryHas(root, place))
            ? [root]
            : [.. places.Select(place => Path.GetFullPath(Path.Combine(root, place)))];
    }

    private static IEnumerable<Diagnosis> Settings(
        string root, ImmutableArray<string> judged, Configuration configuration, string shippedProfiles)
    {
        Collection found = Loader.Collect(new() { Root = root, Paths = judged, Exclude = configuration.Exclude });
        HashSet<string> files =
        [
            .. found.Descriptors.Concat(found.Waivers).Concat(found.Profiles).Select(document => document.File).Where(file => file != SettingsFile.Name),
        ];
        return found.Problems
            .Concat(SettingsReader.Read(found, Profiles(root, configuration, shippedProfiles)).Problems)
            .Where(problem => files.Contains(problem.Location.File))
            .Select(problem => OfProblem("setup/settings", problem, "It is not in force, and the gate stays closed until it is corrected."));
    }

    /// <summary>Those that come with the repository's policies, and those that ship under other names.</summary>
    private static ImmutableArray<Document> Profiles(string root, Configuration configuration, string shipped)
    {
        IEnumerable<string> policies = configuration.Policies.IsEmpty ? ["policies"] : configuration.Policies;
        string[] places = [.. policies.Select(path => $"{path}/profiles").Concat(configuration.Profiles).Where(path => RepositoryHas(root, path))];
        ImmutableArray<Document> near = places.Length == 0 ? [] : Loader.Collect(new() { Root = root, Paths = [.. places] }).Profiles;
        ImmutableArray<Document> far = Directory.Exists(shipped) ? Loader.Collect(new() { Root = shipped, Paths = [shipped] }).Profiles : [];
        return [.. near, .. far.ExceptBy(near.Select(NameOf), NameOf)];
    }

    private static string NameOf(Document document) => document.Root["metadata.name"].Text;

    private static Diagnosis OfProblem(string id, LoadProblem problem, string harm) =>
        Diagnosis.Error(id, problem.Location, problem.Message, harm, problem.Remediation);

    private static IEnumerable<Diagnosis> Places(string root, Configuration configuration) =>
        configuration.Profiles.Select(path => (Field: "profiles", Path: path))
            .Concat(configuration.Waivers.Select(path => (Field: "waivers", Path: path)))
            .Concat(configuration.Environments.Select(path => (Field: "environments", Path: path)))
            .Where(place => !Path.Exists(Path.Combine(root, place.Path)))
            .Select(place => Diagnosis.Error(
                "setup/configuration",
                SettingsFile.Start,
                $"there is no `{place.Path}`, which spec.{place.Field} names",
                CannotJudge,
                "Correct the path, or remove it."));

    private static IEnumerable<Diagnosis> Policies(string root, Configuration configuration)
    {
        bool isConfigured = !configuration.Policies.IsEmpty;
        string[] directories = isConfigured ? [.. configuration.Policies]
            : Directory.Exists(Path.Combine(root, "policies")) ? ["policies"] : [];
        return directories
            .Where(directory => !HoldsPolicies(Path.Combine(root, directory), root))
            .Select(directory => Diagnosis.Error(
                "setup/no-policies",
                isConfigured ? SettingsFile.Start : new Location(directory, "", Span.Start),
                $"there is no policy (*.csx) in `{directory}`",
                CannotJudge,
                "Add policies, or remove the directory: without one, the policies that ship are used.",
                "policygate new policy probes/startup-required"));
    }

    private static bool HoldsPolicies(string directory, string root) =>
        Directory.Exists(directory) && PolicyFiles.Find(directory, root).Length > 0;
}
