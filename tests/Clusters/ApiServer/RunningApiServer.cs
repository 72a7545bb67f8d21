using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Tests.Scripted;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>
/// etcd and kube-apiserver of <c>KUBEBUILDER_ASSETS</c>, on ports and in a folder of their own, with an account that may all
/// and one that may only read. The lists of this server expire within seconds.
/// </summary>
public sealed class RunningApiServer : IAsyncLifetime, IDisposable
{
    /// <summary>Of the account that may all.</summary>
    public const string AdminToken = "admin-token-of-the-tests";

    public const string AuditorToken = "auditor-token-of-the-tests";

    /// <summary>Of the same account.</summary>
    public const string RenewedAuditorToken = "renewed-auditor-token-of-the-tests";

    /// <summary>Of an account that may do nothing.</summary>
    public const string NobodyToken = "nobody-token-of-the-tests";

    private readonly string _directory = Directory.CreateTempSubdirectory("policygate-kube-").FullName;
    private readonly List<Process> _processes = [];
    private readonly TestAuthority _authority = new("kube-authority");
    private readonly int _port = FreePort();
    private readonly int _etcdPort = FreePort();
    private readonly int _peerPort = FreePort();

    /// <summary>What is not here; null when all is.</summary>
    public static string? Missing => Assets is null
        ? "KUBEBUILDER_ASSETS is not set: no real API server"
        : File.Exists(Path.Combine(Assets, "kube-apiserver")) && File.Exists(Path.Combine(Assets, "etcd")) ? null : "KUBEBUILDER_ASSETS has no kube-apiserver and etcd";

    /// <summary>Reads everything, writes nothing.</summary>
    public ClusterAccess Auditor => Access(AuditorToken);

    /// <summary>May all.</summary>
    public ClusterAccess Admin => Access(AdminToken);

    public int Port => _port;

    private static string? Assets => Environment.GetEnvironmentVariable("KUBEBUILDER_ASSETS") is { Length: > 0 } assets ? assets : null;

    private Uri Server => new($"https://127.0.0.1:{_port}/");

    public async Task InitializeAsync()
    {
        if (Missing is not null)
        {
            return;
        }

        WriteKeys();
        StartEtcd();
        await Ready(new Uri($"http://127.0.0.1:{_etcdPort}/health"), "etcd");
        StartApiServer();
        await Ready(new Uri(Server, "readyz"), "kube-apiserver");
        await LetTheAuditorRead();
    }

    public async Task DisposeAsync()
    {
        foreach (Process process in Enumerable.Reverse(_processes))
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }

        Directory.Delete(_directory, recursive: true);
    }

    public void Dispose() => _authority.Dispose();

    public ClusterAccess Access(string token) => new()
    {
        Name = "real",
        Server = Server,
        Authorities = [_authority.Certificate],
        Credentials = new Credentials.Token(new(token)),
    };

    /// <summary>To this server, as nobody.</summary>
    public HttpClient Client()
    {
        SocketsHttpHandler handler = new() { UseProxy = false };
        handler.SslOptions.CertificateChainPolicy = new()
        {
            TrustMode = X509ChainTrustMode.CustomRootTrust,
            RevocationMode = X509RevocationMode.NoCheck,
        };
        handler.SslOptions.CertificateChainPolicy.CustomTrustStore.Add(_authority.Certificate);
        return new(handler) { BaseAddress = Server };
    }

    /// <summary>Does something as the one who may all; the answer is not looked at where <paramref name="mayFail"/>.</summary>
    public async Task<HttpStatusCode> Send(HttpMethod method, string address, string json, bool mayFail = false, string type = "application/json")
    {
        using HttpClient admin = AdminClient();
        using HttpRequestMessage request = new(method, new Uri(Server, address)) { Content = new StringContent(json, Encoding.UTF8, type) };
        using HttpResponseMessage answer = await admin.SendAsync(request);
        if (!mayFail)
        {
            answer.IsSuccessStatusCode.ShouldBeTrue($"{method} {address}: {await answer.Content.ReadAsStringAsync()}");
        }

        return answer.StatusCode;
    }

    public Task<HttpStatusCode> Create(string address, string json) => Send(HttpMethod.Post, address, json);

    public Task<HttpStatusCode> Apply(string address, string manager, string json) =>
        Send(HttpMethod.Patch, $"{address}?fieldManager={manager}", json, type: "application/apply-patch+yaml");

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private HttpClient AdminClient()
    {
        HttpClient client = Client();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", AdminToken);
        return client;
    }

    private void WriteKeys()
    {
        using X509Certificate2 server = _authority.Issue("localhost", address: IPAddress.Loopback);
        Write("server.crt", server.ExportCertificatePem());
        Write("server.key", server.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        using RSA account = RSA.Create(2048);
        Write("account.key", account.ExportRSAPrivateKeyPem());
        Write("account.pub", account.ExportSubjectPublicKeyInfoPem());
        Write("tokens.csv", $"{AdminToken},admin,admin-uid,\"system:masters\"\n{AuditorToken},auditor,auditor-uid,\"auditors\"\n{RenewedAuditorToken},auditor,auditor-uid,\"auditors\"\n{NobodyToken},nobody,nobody-uid\n");
    }

    private void StartEtcd()
    {
        string client = $"http://127.0.0.1:{_etcdPort}", peer = $"http://127.0.0.1:{_peerPort}";
        Start("etcd",
            "--name", "test", "--data-dir", At("etcd"), "--listen-client-urls", client, "--advertise-client-urls", client,
            "--listen-peer-urls", peer, "--initial-advertise-peer-urls", peer, "--initial-cluster", $"test={peer}",
            "--unsafe-no-fsync", "--logger", "zap", "--log-level", "error");
    }

    private void StartApiServer() => Start("kube-apiserver",
        $"--etcd-servers=http://127.0.0.1:{_etcdPort}", "--bind-address=127.0.0.1", "--advertise-address=127.0.0.1",
        string.Create(CultureInfo.InvariantCulture, $"--secure-port={_port}"), "--endpoint-reconciler-type=none",
        "--service-cluster-ip-range=10.99.0.0/16", $"--tls-cert-file={At("server.crt")}", $"--tls-private-key-file={At("server.key")}",
        $"--token-auth-file={At("tokens.csv")}", "--authorization-mode=RBAC", "--allow-privileged=true", $"--cert-dir={At("certificates")}",
        "--service-account-issuer=https://kubernetes.default.svc", $"--service-account-key-file={At("account.pub")}",
        $"--service-account-signing-key-file={At("account.key")}", "--etcd-compaction-interval=2s");

    private void Start(string program, params string[] arguments)
    {
        ProcessStartInfo start = new(Path.Combine(Assets!, program), arguments)
        {
            UseShellExecute = false,
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        Process process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        _processes.Add(process);
    }

    private async Task Ready(Uri address, string program)
    {
        using HttpClient admin = AdminClient();
        for (int attempt = 0; attempt < 600; attempt++)
        {
            _processes[^1].HasExited.ShouldBeFalse($"{program} has ended");
            try
            {
                using HttpResponseMessage answer = await admin.GetAsync(address);
                if (answer.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(200);
        }

        throw new InvalidOperationException($"{program} was not ready within two minutes");
    }

    private async Task LetTheAuditorRead()
    {
        await Create("apis/rbac.authorization.k8s.io/v1/clusterroles", """
            { "metadata": { "name": "policygate-auditor" },
              "rules": [{ "apiGroups": ["*"], "resources": ["*"], "verbs": ["get", "list"] }] }
            """);
        await Create("apis/rbac.authorization.k8s.io/v1/clusterrolebindings", """
            { "metadata": { "name": "policygate-auditor" },
              "roleRef": { "apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "policygate-auditor" },
              "subjects": [{ "apiGroup": "rbac.authorization.k8s.io", "kind": "User", "name": "auditor" }] }
            """);
    }

    private string At(string name) => Path.Combine(_directory, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}
