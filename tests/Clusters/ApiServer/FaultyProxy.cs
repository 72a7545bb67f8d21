using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>Stands in front of an API server and lets go wrong what a test says.</summary>
internal sealed class FaultyProxy : IDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly HttpClient _server;
    private readonly Func<ProxiedRequest, Fault?> _faults;
    private int _made;

    /// <param name="server">With its address, and without credentials.</param>
    /// <param name="faults">Asked about each request.</param>
    public FaultyProxy(HttpClient server, Func<ProxiedRequest, Fault?> faults)
    {
        (_server, _faults) = (server, faults);
        _listener.Start();
        _ = Serve();
    }

    /// <summary>Faults so far.</summary>
    public int Made => Volatile.Read(ref _made);

    public ClusterAccess Before(ClusterAccess access) =>
        access with { Server = new($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}/"), Authorities = [] };

    public void Dispose()
    {
        _listener.Dispose();
        _server.Dispose();
    }

    private async Task Serve()
    {
        try
        {
            while (true)
            {
                _ = Talk(await _listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // The test is over.
        }
    }

    private async Task Talk(TcpClient accepted)
    {
        using TcpClient client = accepted;
        try
        {
            NetworkStream stream = client.GetStream();
            while (await ProxiedRequest.Read(stream) is { } request && await Answer(request, client, stream))
            {
            }
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or ObjectDisposedException or OperationCanceledException)
        {
            // One end has closed: the connection is over.
        }
    }

    /// <summary>Whether the connection can be used on.</summary>
    private async Task<bool> Answer(ProxiedRequest request, TcpClient client, NetworkStream stream)
    {
        Fault? fault = _faults(request);
        Interlocked.Add(ref _made, fault is null ? 0 : 1);
        if (fault is Fault.Instead instead)
        {
            await Write(stream, Head(instead.Status, instead.Header), Encoding.UTF8.GetBytes(instead.Body));
            return true;
        }

        using HttpResponseMessage answer = await _server.SendAsync(request.Message());
        byte[] body = await answer.Content.ReadAsByteArrayAsync();
        string head = Head((int)answer.StatusCode, Lines(answer.Content.Headers));
        switch (fault)
        {
            case Fault.Reset reset:
                byte[] before = All(head, body);
                await stream.WriteAsync(before.AsMemory(0, (int)(before.Length * reset.After)));
                client.Client.Close(timeout: 0);
                return false;
            case Fault.Half half:
                await stream.WriteAsync(HalfOf(head, body, half.As));
                return half.As is HalfAnswer.Pretended or HalfAnswer.Compressed;
            case Fault.Late late:
                await Task.Delay(late.By);
                break;
            default:
                break;
        }

        await Write(stream, head, body);
        return true;
    }

    private static byte[] HalfOf(string head, byte[] body, HalfAnswer form)
    {
        byte[] half = body[..(body.Length / 2)];
        return form switch
        {
            HalfAnswer.Announced => All(head, body)[..^(body.Length - half.Length)],
            HalfAnswer.Pretended => All(head, half),
            HalfAnswer.Chunked => [.. Encoding.ASCII.GetBytes($"{head}Transfer-Encoding: chunked\r\n\r\n{half.Length:x}\r\n"), .. half, 13, 10],
            _ => All($"{head}Content-Encoding: gzip\r\n", Compressed(body) is var small ? small[..(small.Length / 2)] : []),
        };
    }

    private static byte[] Compressed(byte[] body)
    {
        using MemoryStream compressed = new();
        using (GZipStream gzip = new(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return compressed.ToArray();
    }

    private static Task Write(NetworkStream stream, string head, byte[] body) => stream.WriteAsync(All(head, body)).AsTask();

    private static byte[] All(string head, byte[] body) => [.. Encoding.ASCII.GetBytes($"{head}Content-Length: {body.Length}\r\n\r\n"), .. body];

    private static string Head(int status, string headers) =>
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} {(HttpStatusCode)status}\r\n{headers}\r\n");

    private static string Lines(HttpContentHeaders headers) => string.Join("\r\n", headers
        .Where(header => header.Key != "Content-Length")
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
}
