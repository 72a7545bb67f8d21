using PolicyGate.Tests;

namespace PolicyGate.Fixing.Tests;

/// <summary>A test that needs data beside the repository; skipped, and said so, where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    /// <param name="path">What it needs, below <c>../shared</c>.</param>
    public SharedTheoryAttribute(string path)
    {
        if (!Path.Exists(Path.Combine(Repository.Shared, path)))
        {
            Skip = $"../shared/{path} is not here";
        }
    }
}
