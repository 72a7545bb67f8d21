using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PolicyGate.Load.Environments;
using PolicyGate.Load.Files;
using PolicyGate.Load.Manifests;
using PolicyGate.Model;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load;

/// <summary>
/// The first stage: finds files, reads them, sets aside what is no manifest and gives each environment its own. What is
/// wrong with a file is a problem at its place; nothing that a repository holds makes this throw.
/// </summary>
public static class Loader
{
    public static Collection Collect(LoadOptions options)
    {
        FileFinder finder = new(options.Root);
        foreach (string path in options.Paths)
        {
            finder.Find(path);
        }

        SourceFiles files = new(options);
        FoundFile[] found = finder.Files;
        files.Read(found);
        string[] given = [.. found.Select(file => file.File)];
        ILookup<string, Document> settings = Settings(given, files);
        Document[] descriptors = [.. settings[OwnKinds.Environment]];
        List<Claim> claims = new ClaimReader(options, files).Read(descriptors, given);

        FileContents[] contents = SortAll(files.All);
        EnvironmentManifests[] environments = Divide(contents, claims);
        SourceFile[] workflows = WorkflowFiles.Read(options);
        return new()
        {
            Environments = [.. environments.Select(environment => environment.Contents(options.Root))],
            Surroundings = new()
            {
                Workflows = [.. workflows.SelectMany(file => file.Documents).Where(WorkflowFiles.IsWorkflow)],
                CodeOwners = OwnersFiles.Read(options),
            },
            Problems = InOrder(
            [
                .. finder.Problems,
                .. workflows.SelectMany(file => file.Problems),
                .. claims.SelectMany(claim => claim.Problems),
                .. contents.SelectMany(file => file.Problems),
                .. environments.SelectMany(environment => environment.Duplicates),
            ]),
            Files = InOrder([.. contents.Select(file => file.Account), .. finder.SkippedDirectories]),
            Descriptors = [.. descriptors],
            Waivers = [.. settings[OwnKinds.Waiver]],
            Profiles = [.. settings[OwnKinds.Profile]],
            Frameworks = [.. settings[OwnKinds.Framework]],
            Configurations = [.. settings[OwnKinds.Configuration]],
        };
    }

    /// <summary>PolicyGate's own documents by their kind.</summary>
    private static ILookup<string, Document> Settings(string[] given, SourceFiles files) => given
        .SelectMany(file => files[file].Documents.AsEnumerable())
        .Where(document => OwnKinds.Of(document).Length > 0)
        .ToLookup(OwnKinds.Of, StringComparer.Ordinal);

    private static FileContents[] SortAll(SourceFile[] files)
    {
        KustomizeInputs inputs = KustomizeInputs.Of(files.SelectMany(file => file.Documents));
        FileContents[] contents = new FileContents[files.Length];
        Workers.ForEach(files.Length, index => contents[index] = FileSorter.Sort(files[index], inputs), SourceFiles.FilesOfThread);
        return contents;
    }

    private static EnvironmentManifests[] Divide(FileContents[] contents, List<Claim> claims)
    {
        List<EnvironmentManifests> environments =
        [
            .. claims.Select(claim => new EnvironmentManifests(
                claim.Name,
                claim.Descriptor,
                [.. contents.Where(file => claim.Has(file.File)).SelectMany(file => file.Manifests)])),
        ];
        ImmutableArray<Manifest> unclaimed =
        [
            .. contents
                .Where(file => !claims.Exists(claim => claim.Has(file.File)))
                .SelectMany(file => file.Manifests),
        ];
        if (unclaimed.Length > 0 || claims.Count == 0)
        {
            environments.Add(new(Model.Estates.Environment.DefaultName, null, unclaimed));
        }

        return [.. environments];
    }

    private static ImmutableArray<FileAccount> InOrder(FileAccount[] accounts)
    {
        Array.Sort(accounts, (left, right) => string.CompareOrdinal(left.File, right.File));
        return ImmutableCollectionsMarshal.AsImmutableArray(accounts);
    }

    private static ImmutableArray<LoadProblem> InOrder(IEnumerable<LoadProblem> problems) =>
    [
        .. problems
            .Distinct()
            .OrderBy(problem => problem.Location)
            .ThenBy(problem => problem.Id, StringComparer.Ordinal)
            .ThenBy(problem => problem.Message, StringComparer.Ordinal),
    ];

    private sealed record EnvironmentManifests(string Name, Document? Descriptor, ImmutableArray<Manifest> Manifests)
    {
        public EnvironmentContents Contents(string root) => new(Name, Descriptor, [.. Manifests.Select(manifest => manifest.Root)])
        {
            ExistingFiles = Descriptor is null ? null : NamedFiles.Existing(Descriptor, root),
        };

        public IEnumerable<LoadProblem> Duplicates => DuplicateObjects.In(Manifests, perDirectory: Descriptor is null);
    }
}
