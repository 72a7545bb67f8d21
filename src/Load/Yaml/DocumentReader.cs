using System.Collections.Immutable;
using PolicyGate.Model.Nodes;
using YamlDotNet.Core.Events;

namespace PolicyGate.Load.Yaml;

/// <summary>Reads the documents of one text.</summary>
internal sealed class DocumentReader
{
    private readonly ImmutableArray<Document>.Builder documents = ImmutableArray.CreateBuilder<Document>();
    private readonly string file;
    private readonly ProblemList problems;
    private readonly EventReader events;
    private readonly TreeBuilder tree;

    public DocumentReader(string file, SourceText source, LoadLimits limits, ProblemList problems)
    {
        this.file = file;
        this.problems = problems;
        events = new EventReader(source, limits);
        tree = new TreeBuilder(events, source, limits, problems);
    }

    public ImmutableArray<Document> Documents => documents.ToImmutable();

    /// <summary>How many documents were left out because they have to be rendered first.</summary>
    public int Templates { get; private set; }

    /// <exception cref="StoppedReadingException">The text is not to be read further.</exception>
    public void ReadAll()
    {
        int index = 0;
        while (events.MoveNext())
        {
            if (events.Current is DocumentStart)
            {
                events.MoveNext();
                Take(new Document(file, index++, tree.ReadDocument()));
            }
        }
    }

    private void Take(Document document)
    {
        if (tree.HasTemplateMarkup)
        {
            problems.Forget();
            Templates++;
            return;
        }

        problems.FindPathsIn(document);
        if (!document.Root.IsMissing)
        {
            documents.Add(document);
        }
    }
}
