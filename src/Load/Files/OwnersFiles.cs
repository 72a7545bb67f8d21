using System.Collections.Immutable;
using PolicyGate.Model.Changes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Files;

/// <summary>
/// The CODEOWNERS files of a repository, each as a document with the fields <c>file</c>, <c>directory</c> (from which its
/// patterns lead) and <c>rules</c>, so that findings can point at its lines.
/// </summary>
internal static class OwnersFiles
{
    /// <summary>In the order in which GitHub looks: https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-location.</summary>
    private static readonly string[] Names = [".github/CODEOWNERS", "CODEOWNERS", "docs/CODEOWNERS", ".gitlab/CODEOWNERS"];

    public static ImmutableArray<Document> Read(LoadOptions options)
    {
        Dictionary<string, string> names = new(StringComparer.Ordinal);
        foreach (string name in Names)
        {
            foreach (string directory in RepositoryPlaces.Holding(options, name))
            {
                names.TryAdd(directory, name);
            }
        }

        return [.. names.Keys.Order(StringComparer.Ordinal).Select(directory => Read(options, directory, names[directory])).OfType<Document>()];
    }

    private static Document? Read(LoadOptions options, string directory, string name)
    {
        string absolute = Path.Combine(directory, name);
        string file = Paths.Relative(options.Root, absolute);
        return SourceText.Read(options.Root, file) is { } text ? DocumentOf(file, Paths.Relative(options.Root, directory), text) : null;
    }

    internal static Document DocumentOf(string file, string directory, string text)
    {
        string[] lines = text.ReplaceLineEndings("\n").Split('\n');
        Span whole = new(1, 1, lines.Length, lines[^1].Length + 1);
        Mapping root = new(
            [
                Field("file", Text(file, Span.Start)),
                Field("directory", Text(directory is "." ? "" : directory, Span.Start)),
                Field("rules", new Sequence([.. lines.SelectMany(RulesOf)], isFlow: false, whole)),
            ],
            isFlow: false,
            whole);
        return new(file, 0, root);
    }

    private static IEnumerable<Value> RulesOf(string line, int index)
    {
        Span place = new(index + 1, 1, index + 1, line.Length + 1);
        return CodeOwnerRule.Parse(line).Select(rule => new Mapping(
            [
                Field("pattern", Text(rule.Pattern, place)),
                Field("owners", new Sequence([.. rule.Owners.Select(owner => Text(owner, place))], isFlow: true, place)),
            ],
            isFlow: true,
            place));
    }

    private static Entry Field(string name, Value value) => new(new(name, ScalarStyle.Plain, null, value.Span), value);

    private static Scalar Text(string text, Span place) => new(text, ScalarStyle.DoubleQuoted, null, place);
}
