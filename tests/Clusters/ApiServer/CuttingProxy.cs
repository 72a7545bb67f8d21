using System.Net;
using System.Net.Sockets;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>Passes connections on to a port, and cuts the first ones after some bytes of the answer.</summary>
internal sealed class CuttingProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly int _target;
    private readonly int _afterBytes;
    private int _cutsLeft;

    public CuttingProxy(int target, int cuts, int afterBytes)
    {
        (_target, _cutsLeft, _afterBytes) = (target, cuts, afterBytes);
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int CutsLeft => Math.Max(0, Volatile.Read(ref _cutsLeft));

    public void Dispose() => _listener.Dispose();

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Pass(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Pass(TcpClient accepted)
    {
        using TcpClient client = accepted;
        using TcpClient server = new();
        try
        {
            await server.ConnectAsync(IPAddress.Loopback, _target);
            Task there = client.GetStream().CopyToAsync(server.GetStream());
            await Task.WhenAny(there, Back(server.GetStream(), client));
        }
        catch (Exception broken) when (broken is IOException or SocketException)
        {
            // One end has closed: the connection is over.
        }
    }

    private async Task Back(NetworkStream server, TcpClient client)
    {
        byte[] buffer = new byte[1024];
        for (int passed = 0; await server.ReadAsync(buffer) is var read and > 0; passed += read)
        {
            if (passed + read > _afterBytes && Interlocked.Decrement(ref _cutsLeft) >= 0)
            {
                client.Client.Close(timeout: 0);
                return;
            }

            await client.GetStream().WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
