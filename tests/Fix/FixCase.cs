using System.Collections.Immutable;
using System.Text;
using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Tests;

namespace PolicyGate.Fixing.Tests;

/// <summary>
/// A directory under <c>cases</c>: a file <c>before</c>, the fixes in <c>fix.yaml</c> (one to a document), and either
/// the same file <c>after</c> or the reason why it stays as it is in <c>after.unsafe.txt</c>.
/// </summary>
public sealed record FixCase(string Name)
{
    private static readonly string Root = Repository.At("tests", "Fix", "cases");

    public static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path));

    public string BeforeFile => Path.GetFileName(Directory.EnumerateFiles(PathOf(""), "before.*").Single());

    public string Before => TextOf(BeforeFile);

    public bool IsUnsafe => File.Exists(PathOf("after.unsafe.txt"));

    public string After => TextOf(BeforeFile.Replace("before", "after", StringComparison.Ordinal));

    public string Reason => File.ReadAllText(PathOf("after.unsafe.txt")).Trim();

    public ImmutableArray<Fix> Fixes =>
        [.. Documents("fix.yaml", File.ReadAllText(PathOf("fix.yaml"))).Select(document => FixOf(document.Root))];

    public SourceFile Source(string text) => SourceOf(BeforeFile, text);

    public static SourceFile SourceOf(string file, string text) =>
        new(file, text, Documents(file, text.TrimStart('\uFEFF')), changed => Documents(file, changed));

    private static ImmutableArray<Document> Documents(string file, string text) =>
        YamlReader.Read(file, text, LoadLimits.Default).Documents;

    private Fix FixOf(Node fix)
    {
        Route place = new(BeforeFile, (int)(fix["document"].Integer ?? 0), PathSyntax.Read(fix["place"].Text));
        return fix.Fields.Last() switch
        {
            { Name: "set" } value => new(place, FixOperation.Set, ValueOf(value)),
            { Name: "append" } value => new(place, FixOperation.Append, ValueOf(value)),
            { Name: "remove", IsTrue: true } => new(place, FixOperation.Remove, ""),
            var other => throw new InvalidDataException($"{Name}: '{other.Name}' is no operation"),
        };
    }

    private static FixValue ValueOf(Node value) => value switch
    {
        { IsMapping: true } => new FixValue.Map(
            [.. value.Fields.Select(field => KeyValuePair.Create(field.Name, ValueOf(field)))]),
        { IsSequence: true } => new FixValue.List([.. value.Items.Select(ValueOf)]),
        _ => new FixValue.Text(value.Text, value.IsString),
    };

    /// <summary>The whole text; its byte order mark is part of what is compared.</summary>
    private string TextOf(string file) => Encoding.UTF8.GetString(File.ReadAllBytes(PathOf(file)));

    private string PathOf(string file) => Path.Combine(Root, Name, file);
}
