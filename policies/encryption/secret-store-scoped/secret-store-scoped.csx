// A ClusterSecretStore lets every namespace of the cluster ask for every secret behind it, unless its conditions say
// which may: https://external-secrets.io/latest/api/clustersecretstore/. One condition that holds is enough, so one
// that holds for everybody undoes the others.

return new Policy<Resource>
{
    Title       = "Cluster secret stores are limited to named namespaces",
    Severity    = High,
    Controls    = [Hipaa("164.312(a)(1)"), Nist80053("AC-6"), Nist80053("AC-3"), Iso27001("A.8.3")],
    Remediation = "List the namespaces in spec.conditions, or use a SecretStore in each namespace instead.",
    Subjects    = estate => estate.OfKind("ClusterSecretStore").Where(store => store.Group == "external-secrets.io"),
    Evaluate    = store => store["spec.conditions"] is { Count: > 0 } conditions
        ? Each(conditions.Items, Limited)
        : Fail(store["spec.conditions"], $"{store.Description} has no conditions, so every namespace may read through it"),
};

Verdict Limited(Node condition) => condition switch
{
    _ when condition["namespaceRegexes"].Items.FirstOrDefault(pattern => IsWide(pattern.Text)) is { } wide =>
        Fail(wide, $"{wide} also matches namespaces that nobody thought of; anchor it with ^ and $ around the names"),
    _ when condition["namespaceSelector"] is { IsMapping: true } selector && AsksNothing(selector) =>
        Fail(selector, $"{selector.Path} selects every namespace"),
    _ when condition["namespaces"].Texts.FirstOrDefault(name => name.Contains('*')) is { } wildcard =>
        Fail(condition["namespaces"], $"{wildcard} is no name of a namespace"),
    _ when condition["namespaces"].Count > 0 || condition["namespaceRegexes"].Count > 0 || condition["namespaceSelector"].Count > 0 => Pass(condition),
    _ => Fail(condition, $"{condition.Path} names no namespace"),
};

// The label with the name is on every namespace: to ask that it exists asks nothing.
bool AsksNothing(Node selector) =>
    selector["matchLabels"].Count == 0
    && selector["matchExpressions"].Items.All(asked => asked["operator"].Text is "NotIn" or "DoesNotExist"
        || (asked["key"].Text == "kubernetes.io/metadata.name" && asked["operator"].Text == "Exists"));

// It is enough for the store that a part of the name matches.
bool IsWide(string pattern) => !pattern.StartsWith('^') || !pattern.EndsWith('$') || pattern.StartsWith("^.*") || pattern.StartsWith("^.+");
