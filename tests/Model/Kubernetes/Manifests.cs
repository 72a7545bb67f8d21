using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Estates;

namespace PolicyGate.Model.Tests.Kubernetes;

/// <summary>Estates as tests write them.</summary>
internal static class Manifests
{
    /// <summary>The estate of these documents, which have to be sound as YAML.</summary>
    public static Estate Estate(string yaml)
    {
        YamlFile file = YamlReader.Read("manifest.yaml", yaml, LoadLimits.Default);
        file.Problems.ShouldBeEmpty();
        return new([new("default", null, [.. file.Documents.Select(document => document.Root)])]);
    }
}
