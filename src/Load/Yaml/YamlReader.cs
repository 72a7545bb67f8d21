namespace PolicyGate.Load.Yaml;

/// <summary>
/// Reads YAML, and with it JSON, into documents as Kubernetes reads them. Lines and columns are 1-based, columns count
/// UTF-16 code units as SARIF's do by default. Never throws for what a text says: that is a problem at its place.
/// </summary>
public static class YamlReader
{
    /// <summary>Reads a whole file.</summary>
    /// <param name="file">The path that documents and problems name.</param>
    /// <param name="text">The file's text without a byte order mark.</param>
    /// <param name="limits">What it may cost.</param>
    public static YamlFile Read(string file, string text, LoadLimits limits)
    {
        ProblemList problems = new(file, limits);
        if (ControlCharacters.FirstIn(text) is { } forbidden)
        {
            problems.Add(forbidden);
            return new([], problems.ToImmutable(), Templates: 0);
        }

        DocumentReader reader = new(file, text, limits, problems);
        UnplacedProblem? stop = ReadAll(reader);
        if (stop is { Id: LoadProblemIds.Syntax } && GoTemplate.Explains(text, stop.Span))
        {
            return new(reader.Documents, problems.ToImmutable(), reader.Templates + 1);
        }

        if (stop is not null)
        {
            problems.Add(stop);
        }

        return new(reader.Documents, problems.ToImmutable(), reader.Templates);
    }

    /// <summary>Reads up to the problem after which nothing can be read, and gives that.</summary>
    private static UnplacedProblem? ReadAll(DocumentReader reader)
    {
        try
        {
            reader.ReadAll();
            return null;
        }
        catch (StoppedReadingException stopped)
        {
            return stopped.Problem;
        }
    }
}
