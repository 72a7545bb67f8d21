using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Model.Delivery;

/// <summary>To where something is deployed, by the words that it uses.</summary>
internal enum DeploymentStage
{
    Unsaid,
    Elsewhere,
    Production,
}

/// <summary>Words that tell stages apart: the usual ones, and the names that an estate's descriptors give.</summary>
internal sealed partial class StageWords
{
    private static readonly ImmutableHashSet<string> ProductionWords = ["prod", "production", "prd"];

    private static readonly ImmutableHashSet<string> OtherWords =
    [
        "dev", "develop", "development", "test", "testing", "tests", "stage", "staging", "stg", "qa", "uat", "sandbox", "preview", "review", "demo", "training",
        "nonprod", "nonproduction", "preprod", "preproduction", "integration", "int", "acceptance",
    ];

    private readonly ImmutableArray<Environment> environments;
    private readonly ImmutableArray<string> productionNames;
    private readonly ImmutableArray<string> otherNames;

    public StageWords(Estate estate)
    {
        environments = estate.Environments;
        productionNames = [.. environments.Where(environment => environment.IsProduction).SelectMany(NamesOf).Distinct(StringComparer.Ordinal)];
        otherNames = [.. environments.Where(environment => environment is { IsDeclared: true, IsProduction: false }).SelectMany(NamesOf).Except(productionNames)];
    }

    public DeploymentStage Of(string text) => Of([text], []);

    /// <param name="texts">What says to where.</param>
    /// <param name="more">What says production where it does, and says nothing by other words.</param>
    public DeploymentStage Of(ImmutableArray<string> texts, ImmutableArray<string> more)
    {
        ImmutableArray<string> cleaned = [.. texts.Select(Cleaned)];
        return cleaned.Concat(more.Select(Cleaned)).Any(IsProduction) ? DeploymentStage.Production
            : cleaned.Any(IsOther) ? DeploymentStage.Elsewhere
            : DeploymentStage.Unsaid;
    }

    /// <summary>The environment that a place names, production first; else the first production environment; else the first.</summary>
    public Environment EnvironmentOf(Node place)
    {
        string text = place.ToString();
        IEnumerable<Environment> inOrder = environments.OrderBy(environment => !environment.IsProduction);
        return inOrder.FirstOrDefault(environment => NamesOf(environment).Any(name => Names(text, name))) ?? inOrder.First();
    }

    private bool IsProduction(string text) => WordsOf(text).Any(ProductionWords.Contains) || productionNames.Any(name => Names(text, name));

    private bool IsOther(string text) => WordsOf(text).Any(OtherWords.Contains) || otherNames.Any(name => Names(text, name));

    private static IEnumerable<string> NamesOf(Environment environment) =>
        environment.IsDeclared
            ? [.. new[] { environment.Name, environment["spec.cluster.context"].Text }.Where(name => name.Length > 0), .. environment["spec.namespaces"].Texts.Where(ns => ns != "argocd")]
            : [];

    /// <summary>As a whole word.</summary>
    private static bool Names(string text, string name)
    {
        for (int at = text.IndexOf(name, StringComparison.Ordinal); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.Ordinal))
        {
            int end = at + name.Length;
            if ((at == 0 || !IsInner(text[at - 1])) && (end == text.Length || !IsInner(text[end])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInner(char one) => char.IsAsciiLetterOrDigit(one) || one == '-';

    private static IEnumerable<string> WordsOf(string text) => Separators().Split(text.ToLowerInvariant());

    /// <summary>Without what only sounds like production: options of package managers and the stages before.</summary>
    private static string Cleaned(string text) => NotProduction().Replace(text, " staging ") is var cleaned ? BuildOptions().Replace(cleaned, " ") : text;

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex("(non|pre|not)[-_ ]?prod(uction)?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex NotProduction();

    [GeneratedRegex("--(only-)?prod(uction)?\\b|--omit[= ]dev|--no-dev|(NODE|RAILS|APP|BUILD)_ENV=[a-z]+|--mode[= ]production|--configuration[= ]production", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BuildOptions();
}
