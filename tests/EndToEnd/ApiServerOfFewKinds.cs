using System.Net;
using System.Net.Sockets;
using System.Text;

namespace PolicyGate.Tests;

/// <summary>Serves ConfigMaps, of which there is only the cluster's own, and Pods, which nobody may list.</summary>
internal sealed class ApiServerOfFewKinds : IDisposable
{
    private readonly HttpListener listener = new();
    private readonly int port = FreePort();

    private readonly string[] contexts;

    /// <param name="contexts">The names by which the kubeconfig knows it, the first is the current one.</param>
    public ApiServerOfFewKinds(params string[] contexts)
    {
        this.contexts = contexts;
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = AnswerAll();
    }

    public string Kubeconfig => $$"""
        current-context: {{contexts[0]}}
        clusters: [{ name: few, cluster: { server: "http://127.0.0.1:{{port}}" } }]
        users: [{ name: nobody, user: {} }]
        contexts: [{{string.Join(", ", contexts.Select(name => $"{{ name: {name}, context: {{ cluster: few, user: nobody }} }}"))}}]
        """;

    public void Dispose() => listener.Close();

    private static int FreePort()
    {
        using TcpListener free = new(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }

    private async Task AnswerAll()
    {
        while (listener.IsListening)
        {
            HttpListenerContext call;
            try
            {
                call = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                // The test has ended.
                return;
            }

            (int status, string body) = Answer(call.Request.Url!.AbsolutePath);
            call.Response.StatusCode = status;
            call.Response.ContentType = "application/json";
            call.Response.Close(Encoding.UTF8.GetBytes(body), willBlock: false);
        }
    }

    private static (int Status, string Body) Answer(string path) => path switch
    {
        "/version" => (200, """{"gitVersion":"v1.31.2"}"""),
        "/api" => (200, """{"kind":"APIVersions","versions":["v1"]}"""),
        "/apis" => (200, """{"kind":"APIGroupList","apiVersion":"v1","groups":[]}"""),
        "/api/v1" => (200, """
            {"kind":"APIResourceList","groupVersion":"v1","resources":[
              {"name":"configmaps","singularName":"","namespaced":true,"kind":"ConfigMap","verbs":["get","list"]},
              {"name":"pods","singularName":"","namespaced":true,"kind":"Pod","verbs":["get","list"]}]}
            """),
        "/api/v1/configmaps" => (200, """
            {"kind":"ConfigMapList","apiVersion":"v1","metadata":{"resourceVersion":"7"},"items":[
              {"metadata":{"name":"kube-root-ca.crt","namespace":"erp","uid":"1"},"data":{"ca.crt":"-"}}]}
            """),
        "/api/v1/pods" => (403, """{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"Forbidden","message":"pods is forbidden","code":403}"""),
        _ => (404, """{"kind":"Status","apiVersion":"v1","status":"Failure","reason":"NotFound","code":404}"""),
    };
}
