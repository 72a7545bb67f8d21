using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>A request as it came over the wire.</summary>
internal sealed record ProxiedRequest(string Method, string Address, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    /// <summary>Without its query.</summary>
    public string Path => Address.Split('?')[0];

    public string Token => Headers.GetValueOrDefault("Authorization", "")["Bearer ".Length..];

    /// <summary>Null when the connection is at its end.</summary>
    public static async Task<ProxiedRequest?> Read(NetworkStream stream)
    {
        StringBuilder head = new();
        byte[] one = new byte[1];
        while (!head.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
            {
                return null;
            }

            head.Append((char)one[0]);
        }

        string[] lines = head.ToString().Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Dictionary<string, string> headers = lines.Skip(1).Select(line => line.Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1], StringComparer.OrdinalIgnoreCase);
        byte[] body = new byte[int.Parse(headers.GetValueOrDefault("Content-Length", "0"), CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body);
        string[] first = lines[0].Split(' ');
        return new(first[0], first[1], headers, body);
    }

    public HttpRequestMessage Message()
    {
        HttpRequestMessage message = new(new HttpMethod(Method), Address[1..]);
        foreach (string name in (string[])["Accept", "Accept-Encoding", "Authorization", "User-Agent"])
        {
            message.Headers.TryAddWithoutValidation(name, Headers.GetValueOrDefault(name));
        }

        if (Headers.TryGetValue("Content-Type", out string? type))
        {
            message.Content = new ByteArrayContent(Body);
            message.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        return message;
    }
}
