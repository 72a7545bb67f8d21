using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// Keys that YAML allows and Kubernetes does not: it turns every document into JSON, whose keys are strings
/// (https://github.com/kubernetes-sigs/yaml/blob/master/yaml.go, convertToJSONableObject).
/// </summary>
internal static class UnusableKey
{
    public static UnplacedProblem Collection(Span key) => At(
        key,
        "A mapping or a list stands where a key is due; Kubernetes takes only strings as keys.",
        "Write the key as a string; put template actions such as {{ … }} in quotes.");

    public static UnplacedProblem Merge(Span value) => At(
        value,
        "The merge key << is followed by neither a mapping nor a list of mappings.",
        "Merge an anchored mapping: <<: *name.");

    private static UnplacedProblem At(Span span, string message, string remediation) =>
        new(LoadProblemIds.UnusableKey, Severity.High, Outcome.Error, span, message, remediation);
}
