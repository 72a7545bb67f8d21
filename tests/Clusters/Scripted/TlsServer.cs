using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace PolicyGate.Clusters.Tests.Scripted;

/// <summary>Answers every request over TLS with a version.</summary>
internal sealed class TlsServer : IDisposable
{
    private static readonly byte[] Answer =
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 26\r\nConnection: close\r\n\r\n{ \"gitVersion\": \"v1.2.3\" }"u8.ToArray();

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly X509Certificate2 _certificate;
    private int _answered;

    public TlsServer(X509Certificate2 certificate)
    {
        _certificate = certificate;
        _listener.Start();
        _ = Serve();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    public int Answered => Volatile.Read(ref _answered);

    /// <summary>Whom the clients said to be.</summary>
    public ConcurrentQueue<string> Clients { get; } = [];

    public void Dispose()
    {
        _listener.Dispose();
        _certificate.Dispose();
    }

    private async Task Serve()
    {
        while (true)
        {
            try
            {
                using TcpClient client = await _listener.AcceptTcpClientAsync();
                await Exchange(client);
            }
            catch (Exception refused) when (refused is IOException or AuthenticationException)
            {
                // A client that does not believe this server goes away.
            }
            catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task Exchange(TcpClient client)
    {
        using SslStream stream = new(client.GetStream());
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificate = _certificate,
            ClientCertificateRequired = true,
            RemoteCertificateValidationCallback = (_, own, _, _) => Remember(own),
        });
        if (await stream.ReadAsync(new byte[8192]) == 0)
        {
            return;
        }

        Interlocked.Increment(ref _answered);
        await stream.WriteAsync(Answer);
        await stream.ShutdownAsync();
    }

    private bool Remember(X509Certificate? own)
    {
        if (own is not null)
        {
            Clients.Enqueue(own.Subject);
        }

        return true;
    }
}
