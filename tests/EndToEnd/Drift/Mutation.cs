using System.Collections.Immutable;
using PolicyGate.Clusters.Tests.ApiServer;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Tests;

/// <summary>Something that happens to a cluster.</summary>
/// <param name="Method">Of the request.</param>
/// <param name="Address">Without the server.</param>
/// <param name="Type">Of the body.</param>
/// <param name="Body">As JSON.</param>
/// <param name="Found">What drift says of it.</param>
internal sealed record Mutation(HttpMethod Method, string Address, string Type, string Body, ImmutableArray<string> Found)
{
    public static ImmutableArray<Mutation> Read(string yaml) => [.. JsonOfYaml.Documents(yaml).Single().Items.Select(Of)];

    public Task Do(RunningApiServer server) => server.Send(Method, Address, Body, type: Type);

    private static Mutation Of(Node node)
    {
        (HttpMethod method, string address) = node switch
        {
            _ when node["patch"].Exists => (HttpMethod.Patch, node["patch"].Text),
            _ when node["post"].Exists => (HttpMethod.Post, node["post"].Text),
            _ => (HttpMethod.Delete, node["delete"].Text),
        };
        return new(
            method,
            method == HttpMethod.Delete ? address : $"{address}?fieldManager={node["manager"]}{(node["type"].Text == "apply" ? "&force=true" : "")}",
            TypeOf(node["type"].Text),
            node["body"].Exists ? JsonOfYaml.Of(node["body"])!.ToJsonString() : "",
            [.. node["found"].Texts]);
    }

    /// <summary><see href="https://kubernetes.io/docs/reference/using-api/api-concepts/#patch-and-apply">Kinds of patches</see>.</summary>
    private static string TypeOf(string patch) => patch switch
    {
        "strategic" => "application/strategic-merge-patch+json",
        "merge" => "application/merge-patch+json",
        "json" => "application/json-patch+json",
        "apply" => "application/apply-patch+yaml",
        _ => "application/json",
    };
}
