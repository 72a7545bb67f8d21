using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Tests.Changes;

/// <summary>The change of some facts.</summary>
internal static class ChangeOf
{
    /// <param name="spec">The fields below <c>spec</c>.</param>
    public static Change Facts(string spec)
    {
        string text = $"apiVersion: policygate.dev/v1\nkind: Change\nspec:\n  {spec.ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal)}\n";
        YamlFile file = YamlReader.Read("", text, LoadLimits.Default);
        file.Problems.ShouldBeEmpty();
        Document facts = file.Documents.ShouldHaveSingleItem() with { Index = Change.DocumentIndex };
        return new Estate([new(Model.Estates.Environment.DefaultName, null, [])], facts).Changes.ShouldHaveSingleItem();
    }
}
