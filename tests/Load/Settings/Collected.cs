using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Tests.Settings;

/// <summary>Settings as the collector hands them on.</summary>
internal static class Collected
{
    public static Collection From(ImmutableArray<Document> documents)
    {
        ILookup<string, Document> byKind = documents.ToLookup(document => document.Root["kind"].Text);
        return new()
        {
            Environments = [],
            Problems = [],
            Files = [],
            Descriptors = [.. byKind["Environment"]],
            Waivers = [.. byKind["Waiver"]],
            Profiles = [.. byKind["Profile"]],
            Frameworks = [.. byKind["Framework"]],
            Configurations = [.. byKind["Configuration"]],
        };
    }
}
