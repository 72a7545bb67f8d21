using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A region of a cloud or a site, and whose law holds there. The tables are those of the providers:
/// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-regions.html,
/// https://cloud.google.com/compute/docs/regions-zones, https://learn.microsoft.com/azure/reliability/regions-list.
/// </summary>
/// <param name="Name">Such as <c>eu-central-1</c>, without the letter of a zone.</param>
public sealed partial record CloudRegion(string Name)
{
    private static readonly Dictionary<string, string> Countries = DataList
        .Lines(typeof(CloudRegion).Assembly, "kubernetes/regions.txt")
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .SelectMany(words => words.Skip(1).Select(region => (Region: region, Country: words[0])))
        .ToDictionary(pair => pair.Region, pair => pair.Country, StringComparer.Ordinal);

    private static readonly string[] Union =
    [
        "at", "be", "bg", "hr", "cy", "cz", "dk", "ee", "fi", "fr", "de", "gr", "hu", "ie", "it", "lv", "lt", "lu", "mt", "nl", "pl",
        "pt", "ro", "sk", "si", "es", "se",
    ];

    private static readonly string[] EconomicArea = [.. Union, "is", "li", "no"];

    /// <summary>
    /// The country by its code, and <c>eu</c> and <c>eea</c> where it is a member; a name that no provider has tells by
    /// what it begins with, as <c>eu-central</c> does; empty when nobody knows.
    /// </summary>
    public ImmutableArray<string> Jurisdictions => CountryOf(Name) switch
    {
        null => [],
        "eu" => ["eu", "eea"],
        "gb" => ["gb", "uk"],
        var country => [country, .. Union.Contains(country) ? ["eu"] : Array.Empty<string>(), .. EconomicArea.Contains(country) ? ["eea"] : Array.Empty<string>()],
    };

    /// <summary>A region, or that of a zone: <c>eu-central-1a</c>, <c>europe-west3-b</c>, <c>westeurope-1</c>.</summary>
    public static CloudRegion Of(string text)
    {
        string name = text.Trim().ToLowerInvariant();
        return new(Countries.ContainsKey(name) ? name : Zone().Replace(name, "$1$2$3"));
    }

    /// <summary>The first name of a known region in a text such as an address or a key; null when there is none.</summary>
    public static CloudRegion? In(string text) => Word().Matches(text.ToLowerInvariant())
        .SelectMany(word => Endings(word.Value))
        .Select(name => Zone().Replace(name, "$1$2$3"))
        .Where(Countries.ContainsKey)
        .Select(name => new CloudRegion(name))
        .FirstOrDefault();

    /// <summary>Names are often put behind others: <c>erp-backup-eu-west-1</c>.</summary>
    private static IEnumerable<string> Endings(string word)
    {
        yield return word;
        for (int dash = word.IndexOf('-', StringComparison.Ordinal); dash >= 0; dash = word.IndexOf('-', dash + 1))
        {
            yield return word[(dash + 1)..];
        }
    }

    private static string? CountryOf(string name) =>
        Countries.TryGetValue(name, out string? country) ? country
        : Beginning().Match(name) is { Success: true } beginning ? Countries.GetValueOrDefault(beginning.Value)
        : null;

    [GeneratedRegex(@"^([a-z]+(?:-[a-z]+)*-?[0-9]+)[a-z]$|^([a-z]+-[a-z]+[0-9]+)-[a-z]$|^([a-z]+[0-9]?)-[0-9]$")]
    private static partial Regex Zone();

    [GeneratedRegex(@"[a-z]+(-[a-z]+)+-?[0-9]+|[a-z]{2}-[a-z]{3}|[a-z]{6,}[0-9]?")]
    private static partial Regex Word();

    [GeneratedRegex("^[a-z]{2}(?=-|$)")]
    private static partial Regex Beginning();
}
