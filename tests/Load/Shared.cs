namespace PolicyGate.Load.Tests;

/// <summary>The corpora beside the repository, which not everybody has.</summary>
internal static class Shared
{
    /// <summary>The directory, found by walking up from where the tests run; null when it is not there.</summary>
    public static string? Find(string path)
    {
        for (DirectoryInfo? at = new(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            string candidate = Path.Combine(at.FullName, "shared", path);
            if (Path.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}

/// <summary>A test over a corpus; skipped, saying so, where the corpus is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedFactAttribute : FactAttribute
{
    public SharedFactAttribute(string path)
    {
        if (Shared.Find(path) is null)
        {
            Skip = $"shared/{path} is not above the repository";
        }
    }
}
