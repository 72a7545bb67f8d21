using System.Collections.Immutable;
using PolicyGate.Model.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

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
        ImmutableArray<Document>.Builder documents = ImmutableArray.CreateBuilder<Document>();
        Parser parser = new(new Scanner(new TextInput(text), skipComments: true));
        TreeBuilder tree = new(parser, text, limits, problems);
        try
        {
            ReadDocuments(file, parser, tree, documents, problems);
        }
        catch (YamlException broken)
        {
            problems.Add(SyntaxProblem.From(broken));
        }
        catch (StoppedReadingException stopped)
        {
            problems.Add(stopped.Problem);
        }

        return new(documents.ToImmutable(), problems.ToImmutable(), tree.HasTemplateMarkup);
    }

    private static void ReadDocuments(
        string file,
        Parser parser,
        TreeBuilder tree,
        ImmutableArray<Document>.Builder documents,
        ProblemList problems)
    {
        int index = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is not DocumentStart)
            {
                continue;
            }

            parser.MoveNext();
            Document document = new(file, index++, tree.ReadDocument());
            problems.FindPathsIn(document);
            if (!document.Root.IsMissing)
            {
                documents.Add(document);
            }
        }
    }
}
