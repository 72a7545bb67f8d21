using System.Collections.Immutable;
using PolicyGate.Load.Manifests;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Settings;

/// <summary>Makes frameworks of their documents; one with a problem is left out.</summary>
public static class FrameworkReader
{
    public static Reading<ImmutableArray<Framework>> Read(IEnumerable<Document> documents)
    {
        ImmutableArray<CheckedDocument> all = CheckedDocument.Of(documents, OwnKinds.Framework, _ => []);
        return new(
            [.. all.Where(framework => framework.Problems.IsEmpty).Select(framework => Make(framework.Root))],
            [.. all.SelectMany(framework => framework.Problems)]);
    }

    private static Framework Make(Node root) => new(
        root["metadata.name"].Text,
        root["spec.title"].Text,
        root["spec.cited"].Text,
        root["spec.source"].Text,
        [.. root["spec.clauses"].Fields.Select(clause => new Clause(clause.Name, clause.Text))]);
}
