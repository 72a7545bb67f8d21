using PolicyGate.Load.Git;

namespace PolicyGate.Cli.Check;

/// <summary>Earlier revisions of the repository, each written out once into a directory that goes with the run.</summary>
/// <param name="root">The repository's root, absolute.</param>
internal sealed class Revisions(string root) : IDisposable
{
    private readonly Dictionary<string, DirectoryInfo> directories = new(StringComparer.Ordinal);

    public GitRepository Git { get; } = new(root);

    /// <summary>Where a revision's files are.</summary>
    /// <exception cref="UsageException">There is no git, no repository or no such revision.</exception>
    public string DirectoryOf(string revision)
    {
        try
        {
            string commit = Git.Resolve(revision);
            if (!directories.TryGetValue(commit, out DirectoryInfo? directory))
            {
                directory = Directory.CreateTempSubdirectory("policygate-");
                directories.Add(commit, directory);
                Git.Export(commit, directory.FullName);
            }

            return directory.FullName;
        }
        catch (GitException exception)
        {
            throw new UsageException(exception.Message.Split('\n'));
        }
    }

    public void Dispose()
    {
        foreach (DirectoryInfo directory in directories.Values)
        {
            directory.Delete(recursive: true);
        }
    }
}
