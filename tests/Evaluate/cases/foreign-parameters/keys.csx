// Keys in a profile are texts.
return new Policy<Container, Settings>
{
    Title = "Containers have an image",
    Severity = Medium,
    Controls = [],
    Remediation = "Name one.",
    Subjects = estate => estate.Containers,
    Evaluate = (container, settings) => Pass(container["image"]),
};

record Settings
{
    public ImmutableDictionary<Key, int> Most { get; init; } = ImmutableDictionary<Key, int>.Empty;
}

record Key(string Text);
