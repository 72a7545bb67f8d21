using System.Net;
using PolicyGate.Clusters.Kubeconfig;

namespace PolicyGate.Clusters.Http;

/// <summary>
/// The proxy that the environment names, as Go and so kubectl understands it: <c>NO_PROXY</c> may hold networks such as
/// <c>10.0.0.0/8</c>, and this machine itself is never reached by a proxy
/// (<see href="https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config">docs</see>).
/// </summary>
internal sealed class EnvironmentProxy(Surroundings surroundings) : IWebProxy
{
    public ICredentials? Credentials { get; set; }

    public Uri? GetProxy(Uri destination) => IsBypassed(destination) ? null : Proxy(destination.Scheme);

    public bool IsBypassed(Uri host) => Proxy(host.Scheme) is null || host.IsLoopback || IsExcepted(host);

    /// <summary>The same with its user and password, where the address holds them.</summary>
    public static WebProxy Of(Uri proxy)
    {
        WebProxy found = new(new UriBuilder(proxy) { UserName = "", Password = "" }.Uri);
        if (proxy.UserInfo.Split(':', 2) is [{ Length: > 0 } user, .. var rest])
        {
            found.Credentials = new NetworkCredential(Uri.UnescapeDataString(user), Uri.UnescapeDataString(rest.FirstOrDefault("")));
        }

        return found;
    }

    /// <summary>With the user and password of the environment's proxy.</summary>
    public static EnvironmentProxy Of(Surroundings surroundings, string scheme)
    {
        EnvironmentProxy proxy = new(surroundings);
        proxy.Credentials = proxy.Proxy(scheme) is { } uri ? Of(uri).Credentials : null;
        return proxy;
    }

    private Uri? Proxy(string scheme)
    {
        string name = scheme == Uri.UriSchemeHttps ? "HTTPS_PROXY" : "HTTP_PROXY";
        string text = Variable(name);
        string address = text.Contains("://", StringComparison.Ordinal) ? text : $"http://{text}";
        return text.Length > 0 && Uri.TryCreate(address, UriKind.Absolute, out Uri? uri) ? uri : null;
    }

    private bool IsExcepted(Uri host) => Variable("NO_PROXY")
        .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        .Any(exception => Matches(exception, host));

    private static bool Matches(string exception, Uri host)
    {
        string name = host.IdnHost.TrimEnd('.');
        if (exception == "*")
        {
            return true;
        }

        if (IPNetwork.TryParse(exception, out IPNetwork network))
        {
            return IPAddress.TryParse(name, out IPAddress? address) && network.Contains(address);
        }

        (string domain, int? port) = WithPort(exception);
        string suffix = domain.TrimStart('*').TrimStart('.');
        bool isSubdomain = name.EndsWith($".{suffix}", StringComparison.OrdinalIgnoreCase);
        bool isItself = !domain.StartsWith('.') && !domain.StartsWith('*') && name.Equals(suffix, StringComparison.OrdinalIgnoreCase);
        return (port is null || port == host.Port) && suffix.Length > 0 && (isSubdomain || isItself);
    }

    private static (string Domain, int? Port) WithPort(string exception) =>
        exception.Split(':') is [var domain, var digits] && int.TryParse(digits, out int port) ? (domain, port) : (exception.Trim('[', ']'), null);

    /// <summary>Go asks for the name in capitals first.</summary>
    private string Variable(string name) =>
        surroundings.Variable(name) is { Length: > 0 } capitals ? capitals : surroundings.Variable(name.ToLowerInvariant()) ?? "";
}
