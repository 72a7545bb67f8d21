using System.Text.RegularExpressions;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// The <c>match</c> of a Traefik route, such as <c>Host(`erp.example`) &amp;&amp; !PathPrefix(`/web/database`)</c>.
/// See https://doc.traefik.io/traefik/reference/routing-configuration/http/routing/rules-and-priority/.
/// </summary>
internal static partial class TraefikRule
{
    private const int DeepestNesting = 50;

    /// <summary>A request for that path may match, whatever its host and headers.</summary>
    public static bool MayMatch(string rule, string path)
    {
        Queue<string> tokens = new(Token().Matches(rule).Select(token => token.Value));
        return Either(tokens, path, 0) != false;
    }

    /// <summary>Null where the path does not decide.</summary>
    private static bool? Either(Queue<string> tokens, string path, int depth)
    {
        bool? result = Both(tokens, path, depth);
        while (tokens.TryPeek(out string? token) && token == "||")
        {
            tokens.Dequeue();
            bool? right = Both(tokens, path, depth);
            result = result == true || right == true ? true : result is null || right is null ? null : false;
        }

        return result;
    }

    private static bool? Both(Queue<string> tokens, string path, int depth)
    {
        bool? result = One(tokens, path, depth);
        while (tokens.TryPeek(out string? token) && token == "&&")
        {
            tokens.Dequeue();
            bool? right = One(tokens, path, depth);
            result = result == false || right == false ? false : result is null || right is null ? null : true;
        }

        return result;
    }

    private static bool? One(Queue<string> tokens, string path, int depth)
    {
        if (!tokens.TryDequeue(out string? token) || depth > DeepestNesting)
        {
            return null;
        }

        if (token == "!")
        {
            return !One(tokens, path, depth + 1);
        }

        if (token != "(")
        {
            return Matches(token, path);
        }

        bool? inner = Either(tokens, path, depth + 1);
        tokens.TryDequeue(out _);
        return inner;
    }

    private static bool? Matches(string matcher, string path)
    {
        string[] values = [.. Argument().Matches(matcher).Select(argument => argument.Groups["text"].Value)];
        return matcher[..Math.Max(0, matcher.IndexOf('(', StringComparison.Ordinal))] switch
        {
            "PathPrefix" => values.Any(value => path.StartsWith(value, StringComparison.Ordinal)),
            "Path" => values.Any(value => path == value),
            "PathRegexp" => values.Any(value => PathMatch.Regular(value, path)),
            _ => null,
        };
    }

    [GeneratedRegex(@"&&|\|\||!|[A-Za-z]+\((?:`[^`]*`|""[^""]*""|[^()`""])*\)|\(|\)")]
    private static partial Regex Token();

    [GeneratedRegex(@"`(?<text>[^`]*)`|""(?<text>[^""]*)""")]
    private static partial Regex Argument();
}

/// <summary>The other ways to say which paths a route takes.</summary>
internal static class PathMatch
{
    private static readonly TimeSpan LongestSearch = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Whole segments: <c>/web</c> is <c>/web/login</c> and not <c>/website</c>
    /// (https://kubernetes.io/docs/concepts/services-networking/ingress/#examples).
    /// </summary>
    public static bool Prefix(string prefix, string path) =>
        path == prefix || path.StartsWith($"{prefix.TrimEnd('/')}/", StringComparison.Ordinal);

    /// <summary>From the start of the path; what is no expression, or takes too long, is taken to match.</summary>
    public static bool Regular(string expression, string path)
    {
        try
        {
            return Regex.IsMatch(path, expression.StartsWith('/') ? $"^{expression}" : expression, RegexOptions.CultureInvariant, LongestSearch);
        }
        catch (Exception problem) when (problem is ArgumentException or RegexMatchTimeoutException)
        {
            return true;
        }
    }
}
