namespace PolicyGate.Tests;

/// <summary>A test that needs data beside the repository; skipped, and said so, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedFactAttribute : FactAttribute
{
    /// <param name="path">What it needs, below <c>../shared</c>.</param>
    public SharedFactAttribute(string path)
    {
        if (!Path.Exists(Path.Combine(Repository.Shared, path)))
        {
            Skip = $"../shared/{path} is not here";
        }
    }
}
