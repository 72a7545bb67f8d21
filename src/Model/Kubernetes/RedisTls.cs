using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a Redis speaks with its clients.</summary>
public enum RedisTransport
{
    TlsOnly,

    /// <summary>TLS on one port and plain text on another.</summary>
    Both,
    Plain,

    /// <summary>That stands in a file that git does not hold.</summary>
    Unknown,
}

/// <summary>Whether a Redis takes TLS only. See https://redis.io/docs/latest/operate/oss_and_stack/management/security/encryption/.</summary>
/// <param name="Transport">The answer.</param>
/// <param name="Place">What decides it, or where it would have to be said.</param>
public sealed record RedisTls(RedisTransport Transport, Node Place)
{
    internal static RedisTls Of(RedisSettings settings)
    {
        ServerSetting? plain = settings["port"];
        ServerSetting? secured = settings["tls-port"] is { Value: not "0" } port ? port : null;
        return (secured, plain) switch
        {
            (not null, { Value: "0" }) => new(RedisTransport.TlsOnly, secured.Place),
            _ when settings.Unread is not null => new(RedisTransport.Unknown, settings.Unread),
            (not null, _) => new(RedisTransport.Both, plain?.Place ?? secured.Place),
            _ => new(RedisTransport.Plain, plain?.Place ?? settings.Source),
        };
    }
}

/// <summary>Whether a Redis asks its clients for a password.</summary>
public enum RedisAccess
{
    Asks,
    Open,

    /// <summary>That stands in a file that git does not hold.</summary>
    Unknown,
}

/// <summary>
/// Whether a Redis asks its clients who they are. Who says nothing is the user <c>default</c>, who needs no password
/// unless somebody gives him one or switches him off.
/// See https://redis.io/docs/latest/operate/oss_and_stack/management/security/acl/.
/// </summary>
/// <param name="Access">The answer.</param>
/// <param name="Place">What decides it, or where it would have to be said.</param>
/// <param name="Reason">What is to be said of it where it does not ask.</param>
public sealed record RedisLogin(RedisAccess Access, Node Place, string Reason)
{
    internal static RedisLogin Of(RedisSettings settings)
    {
        ServerSetting? password = settings["requirepass"];
        ServerSetting? users = settings["aclfile"] is { Value.Length: > 0 } named ? named : null;
        MountedFile? list = users is null ? null : settings.File(users.Value);
        if (DefaultUser(settings, list) is { } user)
        {
            return user.Asks
                ? new(RedisAccess.Asks, user.Place, "")
                : new(RedisAccess.Open, user.Place, "user default is on and needs no password");
        }

        return (password, users) switch
        {
            ({ Value.Length: > 0 }, _) => new(RedisAccess.Asks, password.Place, ""),
            (_, not null) when list is null => new(RedisAccess.Asks, users.Place, ""),
            (_, not null) => new(RedisAccess.Open, list!.Place, "the ACL says nothing of user default, who needs no password then"),
            ({ } empty, _) => new(RedisAccess.Open, empty.Place, "requirepass is empty"),
            _ when settings.Unread is not null => new(RedisAccess.Unknown, settings.Unread, ""),
            _ => new(RedisAccess.Open, settings.Source, "neither requirepass nor an ACL is set"),
        };
    }

    /// <summary>What the ACL or the configuration itself says of the user that everybody is at first.</summary>
    private static (bool Asks, Node Place)? DefaultUser(RedisSettings settings, MountedFile? list)
    {
        IEnumerable<(string Rules, Node Place)> inFile = list is null ? [] : list.Known.Split('\n')
            .Select(line => line.Trim())
            .Where(line => line.StartsWith("user default ", StringComparison.Ordinal))
            .Select(line => (line["user ".Length..], list.Place));
        (string Rules, Node Place)[] lines =
        [
            .. inFile,
            .. settings.All
                .Where(setting => setting.Name == "user" && setting.Value.StartsWith("default ", StringComparison.Ordinal))
                .Select(setting => (setting.Value, setting.Place)),
        ];
        return lines.Length == 0 ? null : (lines.All(line => Asks(line.Rules.Split(' '))), lines[0].Place);
    }

    /// <summary>Rules are read from left to right; a user is off until one says on.</summary>
    private static bool Asks(string[] rules)
    {
        bool isOn = rules.LastOrDefault(rule => rule is "on" or "off" or "reset") == "on";
        string? last = rules.LastOrDefault(rule => rule is "nopass" or "resetpass" or "reset" || rule.StartsWith('>') || rule.StartsWith('#'));
        return !isOn || last != "nopass";
    }
}
