using System.Collections.Immutable;
using System.CommandLine;
using PolicyGate.Load;

namespace PolicyGate.Cli.Setup;

/// <summary>The options by which every command chooses its policies.</summary>
internal sealed class PolicyChoice
{
    private readonly Option<string[]> policies = new("--policies")
    {
        Description = "a directory of policies, repeatable (default: the configuration's, else ./policies, else those that ship)",
        HelpName = "DIR",
    };

    private readonly HostingChoice hosting = new();

    public void AddTo(Command command)
    {
        command.Options.Add(policies);
        hosting.AddTo(command);
    }

    public ImmutableArray<PolicyRoot> Roots(ParseResult parsed, IReadOnlyCollection<string> configured, string root) =>
        PolicyRoot.Find(parsed.GetValue(policies) ?? [], configured, root);

    /// <summary>The policies of the working directory's configuration, for commands that judge nothing.</summary>
    public ImmutableArray<PolicyRoot> Roots(ParseResult parsed)
    {
        string directory = Directory.GetCurrentDirectory();
        return Roots(parsed, [], RepositoryPath.RootOf(directory, directory));
    }

    public RunPolicies Load(ParseResult parsed, IEnumerable<PolicyRoot> roots) => new(roots, hosting.Read(parsed));
}
