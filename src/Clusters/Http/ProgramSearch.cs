namespace PolicyGate.Clusters.Http;

/// <summary>
/// Finds programs by PATH alone. .NET would look beside this program and in the working directory first, which may be a pull
/// request's.
/// </summary>
internal static class ProgramSearch
{
    /// <summary>Null when there is none.</summary>
    /// <param name="program">A path, or a name.</param>
    public static string? Find(string program)
    {
        if (Path.GetFileName(program) != program)
        {
            return Candidates(Path.GetFullPath(program)).FirstOrDefault(IsProgram);
        }

        return (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Where(Path.IsPathFullyQualified)
            .SelectMany(directory => Candidates(Path.Combine(directory, program)))
            .FirstOrDefault(IsProgram);
    }

    private static IEnumerable<string> Candidates(string path) => OperatingSystem.IsWindows() && !Path.HasExtension(path)
        ? (Environment.GetEnvironmentVariable("PATHEXT") ?? ".EXE;.CMD;.BAT").Split(';').Select(extension => path + extension)
        : [path];

    private static bool IsProgram(string path) =>
        File.Exists(path)
        && (OperatingSystem.IsWindows()
            || (File.GetUnixFileMode(path) & (UnixFileMode.UserExecute | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute)) != 0);
}
