namespace PolicyGate.Load.Schemas;

/// <summary>
/// The words of a schema. One that is in none of these sets might change the meaning, so that a schema with it is
/// refused rather than half understood.
/// </summary>
internal static class SchemaKeywords
{
    /// <summary>Those that say nothing about what fits.</summary>
    private static readonly HashSet<string> Annotations = new(StringComparer.Ordinal)
    {
        "$schema", "$id", "$comment", "title", "description", "default", "example", "examples", "deprecated",
        "readOnly", "writeOnly", "externalDocs", "markdownDescription", "patternErrorMessage",
        "definitions", "$defs",
        "x-kubernetes-map-type", "x-kubernetes-group-version-kind", "x-kubernetes-patch-strategy",
        "x-kubernetes-patch-merge-key", "x-kubernetes-unions",
    };

    private static readonly HashSet<string> Checked = new(StringComparer.Ordinal)
    {
        "type", "nullable", "properties", "required", "additionalProperties", "items", "enum", "const", "pattern",
        "format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength",
        "minItems", "maxItems", "minProperties", "maxProperties", "uniqueItems", "allOf", "anyOf", "oneOf", "not",
        "x-kubernetes-int-or-string", "x-kubernetes-preserve-unknown-fields", "x-kubernetes-embedded-resource",
        "x-kubernetes-list-type", "x-kubernetes-list-map-keys",
    };

    /// <summary>
    /// Extensions of others (<c>x-…</c>) are annotations by OpenAPI's rule; Kubernetes' own change what fits.
    /// See https://spec.openapis.org/oas/v3.0.3#specification-extensions.
    /// </summary>
    public static bool IsAnnotation(string keyword) =>
        Annotations.Contains(keyword)
        || (keyword.StartsWith("x-", StringComparison.Ordinal)
            && !keyword.StartsWith("x-kubernetes-", StringComparison.Ordinal));

    public static bool IsChecked(string keyword) => Checked.Contains(keyword);
}
