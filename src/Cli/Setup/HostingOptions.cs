using System.CommandLine;

namespace PolicyGate.Cli.Setup;

/// <summary>How foreign policies are to be run.</summary>
/// <param name="CacheDirectory">Where compiled policies are kept; null keeps none.</param>
/// <param name="RequireIsolation">Run nothing where a measure of confinement is missing.</param>
/// <param name="VerifyDeterminism">Judge twice in different surroundings.</param>
internal sealed record HostingOptions(string? CacheDirectory, bool RequireIsolation, bool VerifyDeterminism);

/// <summary>The options of every command that runs policies.</summary>
internal sealed class HostingChoice
{
    private readonly Option<string?> cache = new("--cache")
    {
        Description = "keep compiled policies in this directory (default: the user's cache)",
        HelpName = "DIR",
    };

    private readonly Option<bool> noCache = new("--no-cache") { Description = "compile the policies anew, and keep nothing" };

    private readonly Option<bool> requireIsolation = new("--require-isolation")
    {
        Description = "run no foreign policy where this machine cannot confine it fully",
    };

    private readonly Option<bool> verifyDeterminism = new("--verify-determinism")
    {
        Description = "judge twice in different surroundings; a difference is an error of the policy",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(cache);
        command.Options.Add(noCache);
        command.Options.Add(requireIsolation);
        command.Options.Add(verifyDeterminism);
    }

    public HostingOptions Read(ParseResult parsed) => new(
        parsed.GetValue(noCache) ? null : parsed.GetValue(cache) is { } given ? Path.GetFullPath(given) : UserDirectories.Cache,
        parsed.GetValue(requireIsolation),
        parsed.GetValue(verifyDeterminism));
}
