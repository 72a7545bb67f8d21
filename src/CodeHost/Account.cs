namespace PolicyGate.CodeHost;

public enum AccountKind
{
    User,

    /// <summary>An app, such as <c>github-actions[bot]</c>. Only the host gives this, so a person cannot pose as one.</summary>
    Bot,

    Organization,

    Other,
}

/// <summary>Who did something at the host. Logins are compared without case.</summary>
public sealed record Account(long Id, string Login, AccountKind Kind);
