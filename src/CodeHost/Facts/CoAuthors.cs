using System.Collections.Immutable;

namespace PolicyGate.CodeHost.Facts;

/// <summary>
/// Whom the message of a commit names besides its author
/// (<see href="https://docs.github.com/pull-requests/committing-changes-to-your-project/creating-and-editing-commits/creating-a-commit-with-multiple-authors">trailers</see>).
/// </summary>
internal static class CoAuthors
{
    private const string Trailer = "Co-authored-by:";

    /// <summary>
    /// <c>12345+alice@users.noreply.github.com</c>: the address that GitHub gives out, and the only one that tells a login
    /// (<see href="https://docs.github.com/account-and-profile/reference/email-addresses-reference#your-noreply-email-address">addresses</see>).
    /// </summary>
    private const string NoReply = "@users.noreply.github.com";

    private const int Most = 100;

    public static ImmutableArray<(string Login, string Name)> In(string message) =>
    [
        .. message.Split('\n', StringSplitOptions.TrimEntries)
            .Where(line => line.StartsWith(Trailer, StringComparison.OrdinalIgnoreCase))
            .Take(Most)
            .Select(line => Parse(line[Trailer.Length..])),
    ];

    private static (string Login, string Name) Parse(string person)
    {
        int start = person.LastIndexOf('<');
        string name = (start < 0 ? person : person[..start]).Trim();
        string address = start < 0 ? "" : person[(start + 1)..].TrimEnd('>', ' ');
        return address.EndsWith(NoReply, StringComparison.OrdinalIgnoreCase)
            ? (address[..^NoReply.Length].Split('+', 2)[^1], name)
            : ("", name);
    }
}
