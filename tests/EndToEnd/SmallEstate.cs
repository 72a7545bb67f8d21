namespace PolicyGate.Tests;

/// <summary>The least that can be judged: one container, and a policy that it passes.</summary>
internal static class SmallEstate
{
    public const string Pod = "apiVersion: v1\nkind: Pod\nmetadata: { name: web, namespace: shop }\nspec: { containers: [{ name: web, image: web }] }\n";

    public const string Policy = """
        // Why.
        return new Policy<Container>
        {
            Title = "Containers have names",
            Severity = Low,
            Controls = [],
            Remediation = "Name the container.",
            Subjects = estate => estate.Containers,
            Evaluate = container => Pass(container["name"]),
        };
        """;
}
