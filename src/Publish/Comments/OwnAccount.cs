using PolicyGate.CodeHost;

namespace PolicyGate.Publish.Comments;

/// <summary>Which comments are this program's own, beyond the mark that anybody can copy.</summary>
/// <param name="App">The app that made the check run with the same token; empty when that is not known.</param>
/// <param name="Login">The account that the token belongs to, as the user says; null for an app's.</param>
internal sealed record OwnAccount(string App, string? Login)
{
    /// <summary>When neither is known, any bot: no person can pose as one.</summary>
    public bool Wrote(Account? author, string app) => this switch
    {
        _ when author is null => false,
        { Login: { } login } => string.Equals(author.Login, login, StringComparison.OrdinalIgnoreCase),
        { App.Length: > 0 } when app.Length > 0 => app == App,
        { App.Length: > 0 } => author.Kind == AccountKind.Bot && string.Equals(author.Login, $"{App}[bot]", StringComparison.OrdinalIgnoreCase),
        _ => author.Kind == AccountKind.Bot,
    };
}
