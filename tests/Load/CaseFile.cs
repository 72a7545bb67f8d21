using System.Collections.Immutable;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Tests;

/// <summary>Files of the repository that tests read, such as the cases beside a test class.</summary>
internal static class CaseFile
{
    private static readonly string Root = FindRoot();

    /// <summary>The YAML files of a directory, each a case of a theory.</summary>
    /// <param name="directory">From the repository root, with forward slashes.</param>
    public static TheoryData<string> In(string directory) => [.. NamesIn(directory)];

    public static IEnumerable<string> NamesIn(string directory) =>
        Directory.EnumerateFiles(Path.Combine(Root, directory), "*.yaml")
            .Select(file => Path.GetFileName(file)!)
            .Order(StringComparer.Ordinal);

    /// <param name="file">From the repository root, with forward slashes.</param>
    public static string Text(string file) => File.ReadAllText(Path.Combine(Root, file));

    /// <summary>The documents of a text that is to have no problems as YAML.</summary>
    public static ImmutableArray<Document> Documents(string file, string text)
    {
        YamlFile read = YamlReader.Read(file, text, LoadLimits.Default);
        read.Problems.ShouldBeEmpty();
        return read.Documents;
    }

    private static string FindRoot()
    {
        DirectoryInfo? place = new(AppContext.BaseDirectory);
        while (place is not null && !File.Exists(Path.Combine(place.FullName, "PolicyGate.sln")))
        {
            place = place.Parent;
        }

        return place?.FullName ?? throw new InvalidOperationException("the tests do not run from the repository");
    }
}
