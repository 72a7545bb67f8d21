using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>Whom a fact names.</summary>
/// <param name="Login">At the code host, which vouches for it; empty when the host knows nobody by that name and address.</param>
/// <param name="Name">As written into a commit by whoever made it: proves nothing.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record Person(string Login, string Name, Node Place)
{
    /// <summary>Logins are compared without case, as the host does.</summary>
    public bool Is(string login) => Login.Length > 0 && string.Equals(Login, login, StringComparison.OrdinalIgnoreCase);

    internal static Person Of(Node place) =>
        new(VisibleText.Line(place["login"].Text), VisibleText.Line(place["name"].Text), place);
}
