namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// When a version of Kubernetes' API for a kind was deprecated and when it went. See
/// https://kubernetes.io/docs/reference/using-api/deprecation-guide/.
/// </summary>
/// <param name="Deprecated">The first version of Kubernetes that advises against it.</param>
/// <param name="Removed">The first version that does not serve it; null while all do.</param>
/// <param name="Replacement">The version to write instead, such as <c>apps/v1</c>, or the kind; empty when there is none.</param>
/// <param name="IsSame">Writing the replacement is all there is to do.</param>
public sealed record ApiLifecycle(Version Deprecated, Version? Removed, string Replacement, bool IsSame)
{
    private const string AnyKind = "*";

    /// <summary>By version and kind, with a space between.</summary>
    private static readonly Dictionary<string, ApiLifecycle> All = DataList
        .Lines(typeof(ApiLifecycle).Assembly, "kubernetes/api-lifecycle.txt")
        .Select(line => line.Split(' '))
        .ToDictionary(row => $"{row[0]} {row[1]}", Read, StringComparer.Ordinal);

    /// <summary>Null for what is not deprecated, and for custom resources.</summary>
    public static ApiLifecycle? Of(Resource resource) =>
        All.GetValueOrDefault($"{resource.ApiVersion} {resource.Kind}") ?? All.GetValueOrDefault($"{resource.ApiVersion} {AnyKind}");

    private static ApiLifecycle Read(string[] row) => new(
        Version.Parse(row[2]),
        row[3] == "-" ? null : Version.Parse(row[3]),
        row[4] == "-" ? "" : row[4],
        row.Length > 5);
}
