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
    public static YamlFile Read(string file, string text, LoadLimits limits) => Read(file, text.AsMemory(), limits);

    /// <summary>Reads a whole file, of whose text nothing is kept.</summary>
    internal static YamlFile Read(string file, ReadOnlyMemory<char> text, LoadLimits limits)
    {
        if (ControlCharacters.FirstIn(text.Span) is { } forbidden)
        {
            return new([], [forbidden.At(file, "")], Templates: 0);
        }

        SourceText source = new(text);
        while (true)
        {
            ProblemList problems = new(file, limits);
            DocumentReader reader = new(file, source, limits, problems);
            StoppedReadingException? stop = ReadAll(reader);
            if (stop?.UnderIndentedQuote is not { } quote || !source.IndentQuote(quote))
            {
                return FileOf(reader, problems, stop?.Problem, text.Span);
            }
        }
    }

    /// <summary>Reads up to where nothing more can be read.</summary>
    private static StoppedReadingException? ReadAll(DocumentReader reader)
    {
        try
        {
            reader.ReadAll();
            return null;
        }
        catch (StoppedReadingException stop)
        {
            return stop;
        }
    }

    private static YamlFile FileOf(DocumentReader reader, ProblemList problems, UnplacedProblem? stop, ReadOnlySpan<char> text)
    {
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
}
