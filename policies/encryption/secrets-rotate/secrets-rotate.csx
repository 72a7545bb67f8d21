// A password that never changes belongs to everybody who ever saw it. What comes from a vault is fetched anew soon
// after it changed there, and every secret says how often it changes: an annotation or label with a period, or with the
// date of the last change or of the next, or of both. What a generator makes is new with each refresh.

return new Policy<Resource, Rotation>
{
    Title       = "Secrets are refreshed and declare their rotation",
    Severity    = Medium,
    Controls    = [Hipaa("164.308(a)(5)(ii)(D)"), Nist80053("IA-5(1)"), Nist80053("SC-12"), Iso27001("A.5.17")],
    Remediation = "Set spec.refreshInterval, and declare the rotation in the annotation policygate.dev/rotation, such as 90d.",
    Subjects    = estate => estate.Resources.Where(resource => IsExternal(resource) || resource.Is("SealedSecret", "bitnami.com") || (resource.Is("Secret", "") && resource["sops"].IsMapping)),
    Evaluate    = (secret, rotation) => IsExternal(secret)
        ? All([Refreshed(secret, rotation), IsGenerated(secret) ? Pass("each refresh generates another", Template(secret)) : Declares(secret, rotation)])
        : Declares(secret, rotation),
};

record Rotation
{
    /// <summary>The longest time until a change in the vault arrives.</summary>
    public Duration Refresh { get; init; } = "24h";

    /// <summary>The longest time between two changes.</summary>
    public Duration MaximumAge { get; init; } = "180d";

    /// <summary>Annotations that declare the rotation, beside all annotations and labels whose name says so.</summary>
    public ImmutableArray<string> Annotations { get; init; } = ["policygate.dev/rotation"];
}

bool IsExternal(Resource secret) => secret.Kind is "ExternalSecret" or "ClusterExternalSecret" && secret.Group == "external-secrets.io";

Node Template(Resource secret) => secret.Kind == "ClusterExternalSecret" ? secret["spec.externalSecretSpec"] : secret["spec"];

// https://external-secrets.io/latest/guides/generator/
bool IsGenerated(Resource secret) => Template(secret)["data"].Count == 0
    && Template(secret)["dataFrom"] is { Count: > 0 } sources && sources.Items.All(source => source["sourceRef.generatorRef"].IsMapping);

// https://external-secrets.io/latest/api/externalsecret/: an hour when nothing is set, never when it is zero.
Verdict Refreshed(Resource secret, Rotation rotation)
{
    Node spec = Template(secret);
    Node interval = spec["refreshInterval"];
    return spec["refreshPolicy"] is { Text: "CreatedOnce" or "OnChange" } policy ? Fail(policy, $"{policy.Path} is {policy}: a change in the vault does not arrive", fix: Set(policy, "Periodic"))
        : interval.IsMissing ? Pass("every hour by default", interval)
        : !Duration.TryParse(interval.Text, out var refresh) ? Fail(interval, $"{interval.Path} is {interval}, which is no duration such as 1h")
        : refresh.Span == TimeSpan.Zero ? Fail(interval, $"{interval.Path} is {interval}, so it is never refreshed", fix: Set(interval, "1h"))
        : refresh > rotation.Refresh ? Fail(interval, $"{interval.Path} is {interval}, longer than {rotation.Refresh}")
        : Pass(interval);
}

Verdict Declares(Resource secret, Rotation rotation)
{
    ImmutableArray<Node> declared = [.. secret["metadata.annotations"].Fields.Concat(secret["metadata.labels"].Fields).Where(annotation => IsAbout(annotation.Name, rotation))];
    ImmutableArray<DateOnly> dates = [.. declared.Select(annotation => DateOf(annotation.Text)).OfType<DateOnly>().Order()];
    Node? period = declared.FirstOrDefault(annotation => PeriodOf(annotation.Text) is not null);
    return period is not null ? Judged(period, PeriodOf(period.Text) ?? default, rotation)
        : dates.Length > 1 ? Judged(declared[^1], new(TimeSpan.FromDays(dates[^1].DayNumber - dates[0].DayNumber)), rotation)
        : dates is [var day] ? Judged(declared.First(annotation => DateOf(annotation.Text) is not null), day, secret, rotation)
        : declared is [var one, ..] ? Fail(one, $"{one.Name} is {one}, which is no period such as 90d")
        : Fail(secret.Annotations.At(rotation.Annotations[0]), $"{secret.Description} declares no rotation");
}

// One date is that of the last change, or of the next.
Verdict Judged(Node place, DateOnly day, Resource secret, Rotation rotation) =>
    day < secret.Environment.Today && IsNext(place.Name) ? Fail(place, $"{place.Name} is {place}, so the rotation is overdue")
    : Math.Abs(secret.Environment.Today.DayNumber - day.DayNumber) > rotation.MaximumAge.Span.TotalDays ? Fail(place, $"{place.Name} is {place}, further away than {rotation.MaximumAge}")
    : Pass(place);

bool IsNext(string name) => Regex.IsMatch(name, "next|by$|before|until|due|expir", RegexOptions.IgnoreCase);

Verdict Judged(Node place, Duration period, Rotation rotation) =>
    period.Span <= TimeSpan.Zero ? Fail(place, $"{place.Name} is {place}, which is no rotation")
    : period > rotation.MaximumAge ? Fail(place, $"{place.Name} is {place}, longer than {rotation.MaximumAge}")
    : Pass(place);

bool IsAbout(string name, Rotation rotation) => rotation.Annotations.Contains(name) || Regex.IsMatch(name, "rotat", RegexOptions.IgnoreCase);

// 90d, 2160h, P90D, P3M, 90 days, or a plain number of days.
Duration? PeriodOf(string text) =>
    Duration.TryParse(text, out var duration) ? (Duration?)duration
    : Regex.Match(text, "^P?([0-9]{1,4}) ?(D|days?|W|weeks?|M|months?|Y|years?)?$", RegexOptions.IgnoreCase) is { Success: true } written
        ? (Duration?)new Duration(TimeSpan.FromDays(int.Parse(written.Groups[1].Value, CultureInfo.InvariantCulture) * DaysIn(written.Groups[2].Value)))
    : null;

int DaysIn(string unit) => unit == "" ? 1 : char.ToUpperInvariant(unit[0]) switch { 'W' => 7, 'M' => 31, 'Y' => 366, _ => 1 };

DateOnly? DateOf(string text) => text.Length >= 10 && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
