using System.Globalization;
using System.Text.RegularExpressions;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// How long a store keeps logs. A month is 30 days here, a year 365. See
/// https://grafana.com/docs/loki/latest/operations/storage/retention/,
/// https://www.elastic.co/docs/reference/elasticsearch/index-lifecycle-actions/ilm-delete,
/// https://docs.victoriametrics.com/victorialogs/#retention and
/// https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html.
/// </summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Kept">The age that logs reach; null when what is written cannot be read.</param>
public sealed partial record LogRetention(Node Place, Duration? Kept)
{
    private static readonly string[] LogKinds = ["LokiStack", "LogGroup", "Group", "LoggingLogBucket", "VLogs", "VLSingle", "VLCluster"];

    private const string PeriodField = "retention_period";

    internal static IEnumerable<LogRetention> In(Resource resource) => LogKinds.Contains(resource.Kind, StringComparer.Ordinal)
        ? resource["spec"].Descendants.Where(IsField).Select(place => new LogRetention(place, Read(place)))
        : MayHoldSettings(resource) ? resource.Node.ScalarsThat((name, text) => name == PeriodField || Written().IsMatch(text)).SelectMany(InSettings)
        : [];

    private static bool MayHoldSettings(Resource resource) =>
        resource.Kind is "ConfigMap" or "Secret" or "HelmRelease" or "Application" or "HelmChart" || resource.Pods.Length > 0;

    /// <summary>The fields of kinds whose business is logs; Loki's operator has one for all tenants and one for each.</summary>
    private static bool IsField(Node place) =>
        place.Name is "retentionInDays" or "retentionDays" or "retentionPeriod" || (place.Name == "days" && place.Parent.Name == "retention");

    private static Duration? Read(Node place) => place.Integer is { } number
        ? Days(place.Name == "retentionPeriod" ? number * 30 : number)
        : Time(place.Text);

    /// <summary>Settings as fields, as in the values of a chart, or inside of a text, as in a ConfigMap.</summary>
    private static IEnumerable<LogRetention> InSettings(Node place)
    {
        if (place.Name == PeriodField)
        {
            return [new(place, Time(place.Text))];
        }

        return Written().Matches(place.Text)
            .Select(match => new LogRetention(place, match.Groups["days"].Success ? Days(Number(match.Groups["days"].Value)) : Time(match.Groups["time"].Value)));
    }

    /// <summary>Zero turns deleting off for Loki; nothing is deleted then.</summary>
    private static Duration? Time(string text)
    {
        string plain = text.Trim().Trim('"', '\'');
        return plain is "0" or "0s" or "0h" ? new Duration(TimeSpan.FromDays(36_500))
            : plain.EndsWith('y') ? Days(Number(plain[..^1]) * 365)
            : Duration.TryParse(plain, out Duration kept) ? kept
            : default(Duration?);
    }

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out long number) ? number : null;

    private static Duration? Days(long? number) => number is >= 0 and < 1_000_000 ? new Duration(TimeSpan.FromDays(number.Value)) : default(Duration?);

    // Loki and its table manager; index lifecycles of Elasticsearch and OpenSearch; Fluent Bit for CloudWatch; VictoriaLogs.
    [GeneratedRegex(@"^[ \t]*retention_period:[ \t]*(?<time>[""']?[0-9a-z]+)|""delete""\s*:\s*\{\s*""min_age""\s*:\s*""(?<time>[0-9]+[dhmsy])""|^[ \t]*delete:\s*\n[ \t]+min_age:[ \t]*[""']?(?<time>[0-9]+[dhmsy])|""?min_index_age""?\s*:\s*""?(?<time>[0-9]+[dhmsy])|log_retention_days\s+(?<days>[0-9]+)|^-{1,2}retentionPeriod=(?<time>[0-9]+[dhwy])", RegexOptions.Multiline)]
    private static partial Regex Written();
}
