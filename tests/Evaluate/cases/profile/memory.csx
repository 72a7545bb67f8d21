// Memory is bounded, and how much is a setting.
return new Policy<Container, Limits>
{
    Title = "Memory is bounded",
    Severity = Medium,
    Controls = [],
    Remediation = "Lower it.",
    Subjects = estate => estate.Containers,
    Evaluate = (container, limits) => Bounded(container["resources.limits.memory"], limits),
};

Verdict Bounded(Node limit, Limits limits) =>
    Quantity.Parse(limit.Text) > limits.Max ? Fail(limit, $"{limit} is more than {limits.Max} ({limits.Isolation}; {string.Join(",", limits.Names)}; {limits.Nested.Count})") : Pass(limit);

record Limits
{
    public Quantity Max { get; init; } = "4Gi";
    public Isolation? Isolation { get; init; }
    public ImmutableArray<string> Names { get; init; } = [];
    public Nested Nested { get; init; } = new();
}

record Nested
{
    public int Count { get; init; } = 1;
}
