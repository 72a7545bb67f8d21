namespace PolicyGate.Load.Files;

/// <summary>Where a repository keeps what concerns all of it.</summary>
internal static class RepositoryPlaces
{
    /// <summary>
    /// Of each path that is read the nearest directory, from there up to the root, that holds something of that name; a
    /// link is nothing, since code hosts do not follow it.
    /// </summary>
    public static string[] Holding(LoadOptions options, string name) =>
    [
        .. options.Paths
            .Select(path => Nearest(Paths.Absolute(options.Root, path), options.Root, name))
            .OfType<string>()
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal),
    ];

    private static string? Nearest(string path, string root, string name)
    {
        string? directory = Directory.Exists(path) ? path : Path.GetDirectoryName(path);
        while (directory is not null && RepositoryPath.IsWithin(directory, root))
        {
            FileSystemInfo place = new DirectoryInfo(Path.Combine(directory, name)) is { Exists: true } inner ? inner : new FileInfo(Path.Combine(directory, name));
            if (place.Exists && !place.Attributes.HasFlag(FileAttributes.ReparsePoint))
            {
                return directory;
            }

            directory = Path.GetDirectoryName(directory);
        }

        return null;
    }
}
