using System.Net.Http.Headers;
using System.Text;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>Says in each request who asks.</summary>
internal sealed class Authorization(ClusterAccess access, ExecPlugin? plugin)
{
    private string? _lastToken;

    /// <summary>What no message may hold.</summary>
    public IEnumerable<string> Secrets =>
        new[] { _lastToken, (access.Credentials as Credentials.Basic)?.Password.Reveal(), access.Proxy?.UserInfo.Split(':', 2).ElementAtOrDefault(1) }
            .OfType<string>();

    /// <summary>Why it cannot be said; empty when it was.</summary>
    public async ValueTask<string> Authorize(HttpRequestMessage message, CancellationToken cancellation)
    {
        Impersonate(message.Headers);
        switch (access.Credentials)
        {
            case Credentials.Token token:
                Bear(message, token.Text);
                return "";
            case Credentials.TokenFile file:
                return Bear(message, TokenText.InFile(file.Path) ?? Last() ?? file.Fallback)
                    ? ""
                    : $"there is no token in {file.Path} any more";
            case Credentials.Basic basic:
                byte[] pair = Encoding.UTF8.GetBytes($"{basic.User}:{basic.Password.Reveal()}");
                message.Headers.Authorization = new("Basic", Convert.ToBase64String(pair));
                return "";
            case Credentials.Plugin when plugin is not null:
                ExecAnswer answer = await plugin.Ask(cancellation).ConfigureAwait(false);
                Bear(message, answer.Token);
                return answer.Problem;
            default:
                return "";
        }
    }

    /// <summary>Whether asking again may go better than a 401.</summary>
    /// <param name="bearer">The token that was not accepted. Requests at the same time may have sent a newer one.</param>
    public bool Renew(SecretText? bearer)
    {
        plugin?.Forget(bearer);
        return plugin is not null
            || (access.Credentials is Credentials.TokenFile file && TokenText.InFile(file.Path)?.Reveal() != bearer?.Reveal());
    }

    private bool Bear(HttpRequestMessage message, SecretText? token)
    {
        if (token is null)
        {
            return false;
        }

        _lastToken = token.Reveal();
        message.Headers.Authorization = new("Bearer", _lastToken);
        return true;
    }

    /// <summary>A file that is just being replaced does not end a run.</summary>
    private SecretText? Last() => _lastToken is { } last ? new(last) : null;

    /// <summary><see href="https://kubernetes.io/docs/reference/access-authn-authz/authentication/#user-impersonation">Headers</see>.</summary>
    private void Impersonate(HttpRequestHeaders headers)
    {
        if (access.As is not { } whom)
        {
            return;
        }

        headers.TryAddWithoutValidation("Impersonate-User", whom.User);
        if (whom.Uid.Length > 0)
        {
            headers.TryAddWithoutValidation("Impersonate-Uid", whom.Uid);
        }

        foreach (string group in whom.Groups)
        {
            headers.TryAddWithoutValidation("Impersonate-Group", group);
        }

        foreach ((string key, string value) in whom.Extra)
        {
            headers.TryAddWithoutValidation($"Impersonate-Extra-{Uri.EscapeDataString(key)}", value);
        }
    }
}
