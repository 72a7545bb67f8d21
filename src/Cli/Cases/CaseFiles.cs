using System.Collections.Immutable;
using PolicyGate.Cli.Setup;
using PolicyGate.Load.Cases;
using PolicyGate.Load.Policies;

namespace PolicyGate.Cli.Cases;

/// <summary>A case before it is read.</summary>
internal sealed record CaseFile(string Policy, string Path, Expectation Expectation)
{
    /// <summary>For people to read.</summary>
    public string Text => PolicyCase.TextOf(Path) ?? "# it cannot be read";
}

/// <summary>Finds the cases to run.</summary>
internal static class CaseFiles
{
    /// <summary>The cases beside the policies.</summary>
    public static ImmutableArray<CaseFile> Beside(IEnumerable<PolicyRoot> roots) =>
    [
        .. from root in roots
           from policy in root.Policies
           let cases = PolicyFiles.CasesOf(root.Directory, policy.Id)
           where cases is not null
           from one in In(cases, policy.Id)
           select one
    ];

    /// <summary>Cases laid out as <c>DIR/policy id/…</c>, for whatever policies there are.</summary>
    public static ImmutableArray<CaseFile> Outside(string directory) =>
    [
        .. from folder in Directory.EnumerateDirectories(directory, "*", SearchOption.AllDirectories)
           orderby folder
           let id = Path.GetRelativePath(directory, folder).Replace('\\', '/')
           from one in In(folder, id)
           select one
    ];

    private static IEnumerable<CaseFile> In(string folder, string policy) =>
        from path in Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)
        let expectation = PolicyCase.ExpectationOf(path)
        where expectation is not null
        select new CaseFile(policy, path, expectation.Value);
}
