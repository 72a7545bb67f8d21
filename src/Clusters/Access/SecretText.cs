namespace PolicyGate.Clusters.Access;

/// <summary>A secret that does not print itself, not even as a part of a record.</summary>
public sealed class SecretText
{
    private readonly string _text;

    internal SecretText(string text) => _text = text;

    public override string ToString() => "***";

    internal string Reveal() => _text;
}
