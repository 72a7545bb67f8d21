namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>One server for all tests of a real one, which run one after the other, each in a namespace of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ApiServerTestGroup : ICollectionFixture<RunningApiServer>
{
    public const string Name = "real API server";
}
