namespace PolicyGate.Tests;

/// <summary>A test that needs data beside the repository; skipped, and said so, where it is missing.</summary>
/// <param name="path">What it needs, below <c>../shared</c>.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute(string path) : FactAttribute
{
    public override string? Skip => MissingData.Of(path);
}

/// <inheritdoc cref="SharedFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute(string path) : TheoryAttribute
{
    public override string? Skip => MissingData.Of(path);
}

/// <summary>Says what is not here.</summary>
internal static class MissingData
{
    /// <summary>Null when it is.</summary>
    public static string? Of(string path) =>
        Path.Exists(Path.Combine(Repository.Shared, path)) ? null : $"../shared/{path} is not here";
}
