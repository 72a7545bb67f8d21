namespace PolicyGate.Model.Kubernetes;

/// <summary>One way to write who somebody is, so that descriptors and bindings can be compared.</summary>
internal static class Identity
{
    private const string ServiceAccountPrefix = "system:serviceaccount:";

    /// <summary>
    /// As a descriptor writes it: a person, a group, <c>namespace/name</c> for a service account. What an identity
    /// provider puts before the name (<c>oidc:erp-dev</c>, <c>/erp-dev</c>) is left out, and case does not matter.
    /// </summary>
    public static string Of(string text)
    {
        string name = text.Trim();
        if (name.StartsWith("system:", StringComparison.Ordinal))
        {
            return name;
        }

        name = name[(name.LastIndexOf(':') + 1)..].TrimStart('/');
        string[] parts = name.Split('/');
        return parts is [var ns, var account] ? OfServiceAccount(ns, account) : name.ToUpperInvariant();
    }

    /// <summary>The name that the API server gives it: https://kubernetes.io/docs/reference/access-authn-authz/authentication/#service-account-tokens.</summary>
    public static string OfServiceAccount(string ns, string name) => $"{ServiceAccountPrefix}{ns}:{name}";
}
