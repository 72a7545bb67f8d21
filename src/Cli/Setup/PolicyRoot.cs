using System.Collections.Immutable;
using PolicyGate.Load.Policies;
using PolicyGate.Model.Governance;

namespace PolicyGate.Cli.Setup;

/// <summary>A directory of policies, and those that were found in it.</summary>
internal sealed record PolicyRoot(string Directory, ImmutableArray<PolicySource> Policies)
{
    public const string Usual = "policies";

    /// <summary>The policies that ship with the program.</summary>
    public static string Shipped => Path.Combine(AppContext.BaseDirectory, Usual);

    /// <summary>
    /// The policies to run: those given, else those of the configuration, else <c>./policies</c>, else those that ship.
    /// </summary>
    /// <param name="given">On the command line.</param>
    /// <param name="configured">By the configuration, absolute.</param>
    /// <param name="root">The repository's, absolute; policies are named relative to it.</param>
    /// <param name="usual">What stands for <c>./policies</c>.</param>
    /// <exception cref="UsageException">A directory is missing or holds no policy.</exception>
    public static ImmutableArray<PolicyRoot> Find(
        IReadOnlyCollection<string> given, IReadOnlyCollection<string> configured, string root, string? usual = null)
    {
        ImmutableArray<PolicyRoot> roots = [.. Directories(given, configured, usual).Select(directory => Open(directory, root))];
        ILookup<string, PolicySource> namesakes = roots.SelectMany(one => one.Policies).ToLookup(policy => policy.Id, StringComparer.Ordinal);
        return [.. roots.Select(one => one with { Policies = [.. one.Policies.SelectMany(policy => Only(policy, namesakes[policy.Id]))] })];
    }

    /// <summary>Whether there may be policies among them that do not ship, told without reading any.</summary>
    public static bool MayBeForeign(IReadOnlyCollection<string> given, IReadOnlyCollection<string> configured, string usual) =>
        Directories(given, configured, usual).Any(directory => Path.GetFullPath(directory) != Path.GetFullPath(Shipped));

    private static IReadOnlyCollection<string> Directories(
        IReadOnlyCollection<string> given, IReadOnlyCollection<string> configured, string? usual) =>
        given.Count > 0 ? given
        : configured.Count > 0 ? configured
        : System.IO.Directory.Exists(usual ?? Usual) ? [usual ?? Usual]
        : [Shipped];

    private static PolicyRoot Open(string directory, string root)
    {
        string path = Path.GetFullPath(directory);
        if (!System.IO.Directory.Exists(path))
        {
            throw new UsageException($"there is no directory of policies '{directory}'; name one with --policies DIR");
        }

        if (PolicyFiles.LeadsOut(path, root))
        {
            throw new UsageException($"'{directory}' is a link that leads out of the repository; name the directory behind it with --policies DIR");
        }

        ImmutableArray<PolicySource> policies = PolicyFiles.Find(path, root);
        return policies.IsEmpty
            ? throw new UsageException($"'{directory}' holds no policy (*.csx); `policygate new policy FAMILY/NAME` makes one")
            : new(path, policies);
    }

    /// <summary>Of several policies with one id none is judged; the first stands for all, as an error of that id.</summary>
    private static IEnumerable<PolicySource> Only(PolicySource policy, IEnumerable<PolicySource> namesakes) => namesakes.ToArray() switch
    {
        [_] => [policy],
        [var first, ..] when !ReferenceEquals(first, policy) => [],
        var all => [policy with { Text = "", Unreadable = $"several policies are called '{policy.Id}': {string.Join(", ", all.Select(one => one.File))}; rename or remove all but one" }],
    };
}
