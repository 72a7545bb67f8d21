using System.CommandLine;
using System.Text.RegularExpressions;
using PolicyGate.Cli.Starting;

namespace PolicyGate.Cli.Commands;

/// <summary><c>policygate new policy ID</c>: a policy to start from, with its cases, that compiles and passes them.</summary>
internal static partial class NewCommand
{
    public static Command Create()
    {
        Argument<string> id = new("ID") { Description = "FAMILY/NAME, such as probes/startup-required" };
        Option<string> directory = new("--policies")
        {
            Description = "the directory of policies to put it in",
            HelpName = "DIR",
            DefaultValueFactory = _ => "policies",
        };
        Command policy = new("policy", "a policy to start from, with its cases") { id, directory };
        policy.SetAction(parsed => Run(parsed.GetValue(id)!, parsed.GetValue(directory)!));
        return new("new", "make something to start from") { policy };
    }

    [GeneratedRegex("^[a-z0-9]+(-[a-z0-9]+)*(/[a-z0-9]+(-[a-z0-9]+)*)+$")]
    private static partial Regex IdShape();

    private static int Run(string id, string directory)
    {
        if (!IdShape().IsMatch(id))
        {
            throw new UsageException($"'{id}' is no policy id; it looks like probes/startup-required: lower-case words, dashes, slashes");
        }

        string folder = Path.Combine(directory, id);
        if (Path.Exists(folder))
        {
            throw new UsageException($"there is a '{folder}' already; choose another id, or edit what is there");
        }

        foreach (StartingFile file in StartingFiles.Policy(id))
        {
            file.Make(directory);
        }

        StandardOutput.Write($"Change them to say what you mean, then run `policygate test {directory}`.");
        return ExitCode.Open;
    }
}
