using System.Collections.Immutable;
using System.CommandLine;
using PolicyGate.Cli.Starting;
using PolicyGate.Load;

namespace PolicyGate.Cli.Commands;

/// <summary>
/// <c>policygate init</c>: what a team needs to start, and what editors need to help with policies. Files that are
/// there stay as they are; only what the program makes for editors is made anew on demand.
/// </summary>
internal static class InitCommand
{
    private const string Policies = "policies";
    private const string FirstPolicy = "workloads/no-terminal";

    public static Command Create()
    {
        Argument<string> directory = new("DIR")
        {
            Description = "the repository's directory (default: the working directory)",
            DefaultValueFactory = _ => ".",
        };
        Option<bool> editorOnly = new("--editor-only")
        {
            Description = "only what editors need, made anew: after a clone, and after an update of the program",
        };
        Command command = new("init", "what a team needs to start: configuration, a first policy, editor set-up") { directory, editorOnly };
        command.SetAction(parsed => Run(parsed.GetValue(directory)!, parsed.GetValue(editorOnly)));
        return command;
    }

    private static int Run(string directory, bool editorOnly)
    {
        if (editorOnly)
        {
            Refresh(directory);
            return ExitCode.Open;
        }

        RefuseBelowRoot(directory);
        bool hasPolicies = Directory.Exists(Path.Combine(directory, Policies));
        ImmutableArray<StartingFile> first = hasPolicies ? [] : StartingFiles.Policy($"{Policies}/{FirstPolicy}");
        foreach (StartingFile file in (StartingFile[])
            [StartingFiles.Configuration, .. first, .. StartingFiles.EditorSettings, .. StartingFiles.EditorKnowledge])
        {
            file.Make(directory);
        }

        StandardOutput.Write();
        StandardOutput.Write("Next: `policygate test` runs the cases of the policies, `policygate check` judges the manifests.");
        return ExitCode.Open;
    }

    private static void Refresh(string directory)
    {
        foreach (StartingFile file in StartingFiles.EditorSettings)
        {
            file.Make(directory);
        }

        foreach (StartingFile file in StartingFiles.EditorKnowledge)
        {
            file.Refresh(directory);
        }
    }

    /// <summary>The configuration is read at the root of a repository and nowhere else.</summary>
    private static void RefuseBelowRoot(string directory)
    {
        string path = Path.GetFullPath(directory);
        string above = Path.GetRelativePath(path, RepositoryPath.RootOf(path, path));
        if (above != ".")
        {
            throw new UsageException($"'{directory}' is not the root of its repository, which is at '{above}' from there; run `policygate init` there");
        }
    }
}
