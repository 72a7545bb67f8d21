namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>The same for a test with several cases.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiServerTheoryAttribute : TheoryAttribute
{
    public override string? Skip => RunningApiServer.Missing;
}
