namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>A test that needs a real API server; skipped, and said so, where there is none.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ApiServerFactAttribute : FactAttribute
{
    public override string? Skip => RunningApiServer.Missing;
}
