// Annotations for nginx end up in its configuration. Words of that configuration have no place in their values: they serve
// files of the controller, its token first, or run code in it. The words are those that the controller's makers refuse:
// https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/configmap/#annotation-value-word-blocklist

return new Policy<Resource>
{
    Title       = "Annotations for nginx carry no configuration of their own",
    Severity    = High,
    Controls    = [Nist80053("SI-10"), Nist80053("AC-6"), Hipaa("164.312(a)(1)"), Iso27001("A.8.9")],
    Remediation = "Take the annotation away, or write its value without directives of nginx and paths of the controller.",
    Subjects    = estate => estate.OfKind("Ingress").Where(one => one.Group is "networking.k8s.io" or "extensions"),
    Evaluate    = ingress => All(
        [Pass(ingress["metadata.annotations"]), .. ingress["metadata.annotations"].Fields.Where(IsForNginx).Select(Harmless)]),
};

bool IsForNginx(Node annotation) => annotation.Name.StartsWith("nginx", StringComparison.Ordinal);

Verdict Harmless(Node annotation) =>
    Dangerous.Match(annotation.Text) is { Success: true } found
        ? Fail(annotation, $"{annotation.Name} holds {found.Value.Trim()}, which means something to nginx")
        : Pass(annotation);

// Directives, and where the controller keeps what nobody else may read.
static readonly Regex Dangerous = new(
    @"\w*_by_lua\w*|\blua_package\w*|\bload_module\b|\bproxy_pass\b|(^|[\s;{}])(alias|root|include|location)\b\s*[^;=]*[;{]"
    + @"|/etc/(passwd|shadow|group|nginx|ingress-controller|kubernetes)\b|/var/run/secrets|/run/secrets|/proc/(self|\d+)\b|serviceaccount/token",
    RegexOptions.IgnoreCase);
