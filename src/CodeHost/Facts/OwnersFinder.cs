using PolicyGate.Model.Changes;

namespace PolicyGate.CodeHost.Facts;

/// <summary>Finds the CODEOWNERS file of a revision.</summary>
internal sealed class OwnersFinder(ICodeHost host)
{
    /// <summary>
    /// "GitHub will search for them in that order and use the first one it finds"
    /// (<see href="https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location">places</see>).
    /// </summary>
    private static readonly string[] Places = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS"];

    /// <summary>Of a file that fits into the facts by an order of magnitude.</summary>
    private const int MostRules = 20_000;

    public async Task<Fact<OwnersFile>> Find(string revision, CancellationToken cancellation)
    {
        foreach (string place in Places)
        {
            HostAnswer<string> answer = await host.Contents.GetFile(place, revision, cancellation).ConfigureAwait(false);
            if (answer.Problem?.Kind != HostProblemKind.NotFound)
            {
                return Fact.From(answer).Then(text => Read(place, text));
            }
        }

        return new OwnersFile("", []);
    }

    private static Fact<OwnersFile> Read(string place, string text) =>
        CodeOwnerRule.Parse(text) is { Length: <= MostRules } rules
            ? new OwnersFile(place, rules)
            : Fact.Unknown<OwnersFile>($"{place} has more than {MostRules} rules");
}
