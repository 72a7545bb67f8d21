using System.Globalization;
using PolicyGate.Clusters.Snapshots;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>A namespace of the real server, and what it is when nothing goes wrong.</summary>
public sealed class UndisturbedNamespace(RunningApiServer server) : IAsyncLifetime
{
    public const string Name = "faults";

    private Taken? _whole;

    public SecretKey Key { get; } = SecretKey.Generate();

    internal Taken Whole => _whole!;

    public async Task InitializeAsync()
    {
        if (RunningApiServer.Missing is not null)
        {
            return;
        }

        await server.Create("api/v1/namespaces", $$$"""{ "metadata": { "name": "{{{Name}}}" } }""");
        for (int number = 0; number < 24; number++)
        {
            string name = number.ToString("00", CultureInfo.InvariantCulture);
            await server.Create($"api/v1/namespaces/{Name}/configmaps", $$$"""{ "metadata": { "name": "c{{{name}}}" }, "data": { "text": "{{{new string('x', 200)}}}" } }""");
        }

        await server.Create($"api/v1/namespaces/{Name}/secrets", """{ "metadata": { "name": "db" }, "stringData": { "password": "p" } }""");
        _whole = await Taken.From(new() { Access = server.Auditor, Version = "1" }, new() { Key = Key, Namespaces = [Name] });
        _whole.Summary.IsComplete.ShouldBeTrue();
        _whole.Names("ConfigMap").Count().ShouldBe(24);
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
