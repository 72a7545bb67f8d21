using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Cli.Setup;
using PolicyGate.Load;
using PolicyGate.Load.Settings;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Cli.Check;

/// <summary>Finds the settings of a run: configuration, profile and waivers.</summary>
internal static class SettingsFiles
{
    public const string ConfigurationFile = "policygate.yaml";

    /// <summary>What <c>policygate.yaml</c> at the repository's root says; nothing when there is none.</summary>
    public static Configuration ReadConfiguration(string root)
    {
        string path = Path.Combine(root, ConfigurationFile);
        if (!File.Exists(path))
        {
            return new();
        }

        Collection found = Collect(root, path);
        RefuseProblems(found.Problems);
        Document document = found.Configurations.FirstOrDefault()
            ?? throw new UsageException($"{ConfigurationFile} holds no document of kind Configuration; delete it, or see docs/configuration.md");
        Reading<Configuration?> read = ConfigurationReader.Read(document);
        RefuseProblems(read.Problems);
        return read.Value!;
    }

    /// <summary>
    /// The profile of that name: of those beside the policies, of the configuration, of the estate, and at last of those
    /// that ship. A nearer one hides a farther one of its name.
    /// </summary>
    public static Profile ReadProfile(
        string name, string root, Configuration configuration, IEnumerable<PolicyRoot> policies, IEnumerable<Document> ofEstate)
    {
        ImmutableArray<Document> near =
        [
            .. policies.Select(one => Path.Combine(one.Directory, "profiles")).Where(Directory.Exists).SelectMany(Profiles),
            .. configuration.Profiles.SelectMany(path => Profiles(Path.Combine(root, path))),
        ];
        ImmutableArray<Document> far = [.. Profiles(Path.Combine(PolicyRoot.Shipped, "profiles"))];
        IEnumerable<Document> all = near.Concat(ofEstate).Concat(far).DistinctBy(NameOf);
        Reading<ImmutableArray<Profile>> read = ProfileReader.Read(all);
        RefuseProblems(read.Problems);
        return read.Value.FirstOrDefault(profile => profile.Name == name)
            ?? throw new UsageException(
                $"there is no profile '{name}'; there are: {string.Join(", ", read.Value.Select(profile => profile.Name))}");

        IEnumerable<Document> Profiles(string path) =>
            Directory.Exists(path) || File.Exists(path) ? Collect(root, path).Profiles : [];
    }

    /// <summary>
    /// The documents of waivers: those given and no others; else those of the configuration and of the estate.
    /// </summary>
    public static IEnumerable<Document> FindWaivers(
        ImmutableArray<string> given, string root, Configuration configuration, Collection estate)
    {
        foreach (string directory in given.Where(directory => !Path.Exists(directory)))
        {
            throw new UsageException($"there is no directory of waivers '{directory}'; correct --waivers");
        }

        return given.IsEmpty
            ? configuration.Waivers.SelectMany(path => Collect(root, Path.Combine(root, path)).Waivers)
                .Concat(estate.Waivers)
                .DistinctBy(document => (document.File, document.Index))
            : given.SelectMany(path => Collect(root, Path.GetFullPath(path)).Waivers);
    }

    private static string NameOf(Document document) => document.Root["metadata.name"].Text;

    private static Collection Collect(string root, string path) => Loader.Collect(new() { Root = root, Paths = [path] });

    private static void RefuseProblems(ImmutableArray<LoadProblem> problems)
    {
        if (!problems.IsEmpty)
        {
            throw new UsageException(string.Join("\npolicygate: ", problems.Select(Line)));
        }
    }

    private static string Line(LoadProblem problem) => string.Create(
        CultureInfo.InvariantCulture,
        $"{problem.Location.File}:{problem.Location.Span.StartLine}:{problem.Location.Span.StartColumn}: {problem.Message}");
}
