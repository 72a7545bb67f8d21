using System.Text.RegularExpressions;

namespace PolicyGate.CodeHost;

/// <summary>Whose repository, and which: <c>octo-org/platform</c>.</summary>
public sealed partial record RepositoryName
{
    private RepositoryName(string owner, string name) => (Owner, Name) = (owner, name);

    public string Owner { get; }

    public string Name { get; }

    /// <summary>Null when it is not an owner and a name of letters, digits, <c>-</c>, <c>_</c> and <c>.</c> with one slash between.</summary>
    public static RepositoryName? Parse(string? text) =>
        Form().Match(text ?? "") is { Success: true } match && match.Groups[2].Value is not ("." or "..")
            ? new(match.Groups[1].Value, match.Groups[2].Value)
            : null;

    public override string ToString() => $"{Owner}/{Name}";

    [GeneratedRegex(@"\A([A-Za-z0-9][A-Za-z0-9_-]*)/([A-Za-z0-9._-]+)\z")]
    private static partial Regex Form();
}
