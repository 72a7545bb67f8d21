using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace PolicyGate.Load.Git;

/// <summary>What git was asked, and why it had no answer.</summary>
public sealed class GitException(string message) : Exception(message);

/// <summary>A repository's history, by the <c>git</c> on the path. Nothing is written to the repository.</summary>
/// <param name="root">The repository's root, absolute.</param>
public sealed class GitRepository(string root)
{
    /// <summary>The files that differ between a revision and the working tree, new ones too.</summary>
    /// <exception cref="GitException">There is no git, no repository or no such revision.</exception>
    public IReadOnlySet<string> ChangedSince(string revision)
    {
        string commit = Resolve(revision);
        return Lines(Run("diff", "--name-only", "--no-renames", "-z", commit, "--"))
            .Concat(Lines(Run("ls-files", "--others", "--exclude-standard", "-z")))
            .ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Writes the tree of a revision into a directory that is empty.</summary>
    /// <exception cref="GitException">There is no git, no repository or no such revision.</exception>
    public void Export(string revision, string directory)
    {
        string commit = Resolve(revision);
        string index = Path.Combine(directory, ".index");
        RunOnIndex(index, "read-tree", commit);
        RunOnIndex(index, "checkout-index", "--all", $"--prefix={directory}{Path.DirectorySeparatorChar}");
        File.Delete(index);
    }

    /// <summary>The full name of a revision's commit.</summary>
    /// <exception cref="GitException">There is no git, no repository or no such revision.</exception>
    public string Resolve(string revision) =>
        revision.StartsWith('-') // It would be an option.
            ? throw new GitException($"'{revision}' is no revision")
            : Run("rev-parse", "--verify", "--quiet", "--end-of-options", $"{revision}^{{commit}}").Trim();

    private string Run(params string[] arguments) => RunOnIndex(index: null, arguments);

    private string RunOnIndex(string? index, params string[] arguments)
    {
        ProcessStartInfo start = new("git", ["-C", root, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (index is not null)
        {
            start.Environment["GIT_INDEX_FILE"] = index;
        }

        try
        {
            using Process git = Process.Start(start)!;
            Task<string> errors = git.StandardError.ReadToEndAsync();
            string output = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? output : throw new GitException(Explain(arguments, errors.Result));
        }
        catch (Win32Exception)
        {
            throw new GitException("git is not on the path; install it, or leave --baseline and --changed-since out");
        }
    }

    private static string Explain(string[] arguments, string errors)
    {
        string said = errors.Trim();
        return said.Length > 0
            ? $"git {arguments[0]}: {said}"
            : $"there is no revision '{arguments[^1].Replace("^{commit}", "", StringComparison.Ordinal)}' here; "
                + "fetch it first (a shallow clone holds few)";
    }

    private static IEnumerable<string> Lines(string output) => output.Split('\0', StringSplitOptions.RemoveEmptyEntries);
}
