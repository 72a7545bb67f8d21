namespace PolicyGate.CodeHost.GitHub;

/// <summary>Addresses below the API's, in which no name can act as a part of an address.</summary>
internal static class Route
{
    public static string To(params ReadOnlySpan<string> segments)
    {
        string[] escaped = new string[segments.Length];
        for (int index = 0; index < segments.Length; index++)
        {
            escaped[index] = Escape(segments[index]);
        }

        return string.Join('/', escaped);
    }

    public static string In(RepositoryName repository, params ReadOnlySpan<string> segments) =>
        $"{To("repos", repository.Owner, repository.Name)}/{To(segments)}";

    public static string Of(RepositoryName repository) => To("repos", repository.Owner, repository.Name);

    private static string Escape(string segment) => segment is "" or "." or ".."
        ? throw new ArgumentException($"'{segment}' cannot stand in an address", nameof(segment))
        : Uri.EscapeDataString(segment);
}
