namespace PolicyGate.Model.Changes;

/// <summary>Paths as descriptors write them, <c>../overlays/prod</c> and <c>.</c> too, as the repository names its files.</summary>
internal static class RepositoryPath
{
    /// <summary>From the repository's root, without <c>.</c>, <c>..</c> and slashes at the ends; the root itself is empty.</summary>
    /// <param name="directory">From where the path leads, itself from the root; empty for the root.</param>
    /// <param name="path">With forward slashes. What would lead out of the repository ends at its root.</param>
    public static string Of(string directory, string path)
    {
        List<string> segments = [];
        foreach (string segment in $"{directory}/{path}".Split('/').Where(segment => segment is not ("" or ".")))
        {
            if (segment != "..")
            {
                segments.Add(segment);
            }
            else if (segments.Count > 0)
            {
                segments.RemoveAt(segments.Count - 1);
            }
        }

        return string.Join('/', segments);
    }
}
