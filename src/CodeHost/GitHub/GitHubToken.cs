namespace PolicyGate.CodeHost.GitHub;

/// <summary>A secret that does not print itself.</summary>
public sealed class GitHubToken
{
    private readonly string _secret;

    private GitHubToken(string secret) => _secret = secret;

    /// <summary>Null when there is none, or when it could not stand in a header.</summary>
    public static GitHubToken? Parse(string? text) =>
        text?.Trim() is { Length: > 0 } secret && secret.All(character => character is > ' ' and <= '~') ? new(secret) : null;

    public override string ToString() => "***";

    internal string Reveal() => _secret;
}
