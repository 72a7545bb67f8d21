using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyGate.Clusters.Tests.Scripted;

/// <summary>A proxy for https that wants a password, and remembers what it could read.</summary>
internal sealed class ConnectProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly StringBuilder _seen = new();

    public ConnectProxy()
    {
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public string Seen => _seen.ToString();

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await Tunnel(client.GetStream());
            }
            catch (IOException)
            {
                // One end has closed: the tunnel is over.
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task Tunnel(NetworkStream client)
    {
        byte[] buffer = new byte[8192];
        string request = "";
        while (!request.Contains("Proxy-Authorization", StringComparison.OrdinalIgnoreCase))
        {
            int read = await client.ReadAsync(buffer);
            if (read == 0)
            {
                return;
            }

            request = Encoding.ASCII.GetString(buffer, 0, read);
            _seen.Append(request);
            if (!request.Contains("Proxy-Authorization", StringComparison.OrdinalIgnoreCase))
            {
                await client.WriteAsync("HTTP/1.1 407 Who are you\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            }
        }

        string host = request.Split(' ')[1];
        using TcpClient server = new();
        await server.ConnectAsync(IPAddress.Loopback, int.Parse(host.Split(':')[1], System.Globalization.CultureInfo.InvariantCulture));
        await client.WriteAsync("HTTP/1.1 200 Connected\r\n\r\n"u8.ToArray());
        await Task.WhenAny(client.CopyToAsync(server.GetStream()), server.GetStream().CopyToAsync(client));
    }
}
