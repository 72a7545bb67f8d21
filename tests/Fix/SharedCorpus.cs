namespace PolicyGate.Fixing.Tests;

/// <summary>The manifests that are handed out beside the repository, not in it: <c>../shared/corpus</c>.</summary>
internal static class SharedCorpus
{
    public const string MissingReason = "needs ../shared/corpus beside the repository, which is not there";

    /// <summary>The directory, or null when it was not handed out.</summary>
    public static string? Directory { get; } = Repository.Above("shared", "corpus");
}

/// <summary>A test of <see cref="SharedCorpus"/>, skipped visibly where it is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SharedTheoryAttribute : TheoryAttribute
{
    public SharedTheoryAttribute()
    {
        if (SharedCorpus.Directory is null)
        {
            Skip = SharedCorpus.MissingReason;
        }
    }
}
