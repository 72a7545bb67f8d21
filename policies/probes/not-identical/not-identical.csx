// Not ready means: leave me alone for a while. Not alive means: kill me. With the same probe for both a busy container is
// killed at the moment in which it only needed rest, and its users move on to the next one.
// https://kubernetes.io/docs/concepts/configuration/liveness-readiness-startup-probes/

return new Policy<Container>
{
    Title       = "Liveness and readiness are asked differently",
    Severity    = Low,
    Controls    = [Nist80053("CP-10"), Iso27001("A.8.14")],
    Remediation = "Let the livenessProbe ask something simpler, or wait longer: a higher failureThreshold or periodSeconds.",
    Subjects    = estate => estate.Containers,
    Evaluate    = container => (container["livenessProbe"], container["readinessProbe"]) switch
    {
        ({ IsMissing: true }, _) or (_, { IsMissing: true }) => NotApplicable("it does not have both probes"),
        var (liveness, readiness) when Meaning(liveness, Defaults) == Meaning(readiness, Defaults) =>
            Fail(liveness, $"{liveness.Path} is the same as its readinessProbe: what is not ready is killed"),
        var (liveness, readiness) => Pass(liveness, readiness),
    },
};

// What a probe means when it does not say:
// https://kubernetes.io/docs/tasks/configure-pod-container/configure-liveness-readiness-startup-probes/#configure-probes
ImmutableArray<(string Name, string Meaning)> Defaults =
    [("initialDelaySeconds", "0"), ("periodSeconds", "10"), ("timeoutSeconds", "1"), ("successThreshold", "1"), ("failureThreshold", "3")];
ImmutableArray<(string Name, string Meaning)> HttpDefaults = [("path", "/"), ("scheme", "HTTP")];

// The order of fields means nothing, and a value is the same with quotes and without.
string Meaning(Node place, ImmutableArray<(string Name, string Meaning)> defaults) =>
    place.IsMapping
        ? string.Join(",", place.Fields
            .Select(field => (field.Name, Meaning: Meaning(field, field.Name == "httpGet" ? HttpDefaults : [])))
            .Concat(defaults.Where(unsaid => place.Field(unsaid.Name).IsMissing))
            .OrderBy(field => field.Name, StringComparer.Ordinal)
            .Select(field => $"{field.Name}:{{{field.Meaning}}}"))
    : place.IsSequence ? string.Join(",", place.Items.Select(item => $"[{Meaning(item, [])}]"))
    : place.Text;
