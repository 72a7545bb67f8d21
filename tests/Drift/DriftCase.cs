using System.Collections.Immutable;
using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;
using PolicyGate.Tests;

namespace PolicyGate.Drift.Tests;

/// <summary>
/// A folder under <c>cases</c>. <c>git.yaml</c> and <c>environment.yaml</c>, in folders where there are several environments,
/// are what git wants; <c>live.yaml</c> is what the API server gives; <c>snapshot.yaml</c> says what else is so of the
/// snapshot, see <see cref="SnapshotNotes"/>.
/// </summary>
internal sealed class DriftCase
{
    private static readonly string Root = Repository.At("tests", "Drift", "cases");

    private static readonly DateTimeOffset Now = new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero);

    private readonly string folder;
    private readonly Estate estate;
    private readonly ImmutableArray<Node> live;
    private readonly SnapshotNotes notes;

    public DriftCase(string name)
    {
        folder = Path.Combine(Root, name);
        Collection git = Loader.Collect(new() { Root = folder, Paths = [.. GitFiles()], FollowSources = false });
        git.Problems.ShouldBeEmpty();
        estate = new(git.Environments);
        live = Documents("live.yaml");
        notes = new(Documents("snapshot.yaml"), Now);
    }

    public static IEnumerable<string> Names =>
        Directory.GetDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public string Expected => Path.Combine(folder, "expected.txt");

    public DriftRequest Request => Of([.. live.Select(one => one.Document.Value)]);

    /// <summary>The same with every mapping, and the objects, turned round.</summary>
    public DriftRequest InAnotherOrder => Of([.. live.Select(one => TurnedRound(one.Document.Value)).Reverse()]);

    /// <summary>In plain text and in base64, from git and from the cluster.</summary>
    public IEnumerable<string> SecretValues =>
        estate.Resources.Select(resource => resource.Node).Concat(live)
            .Where(node => node["kind"].Text == "Secret")
            .SelectMany(node => node["data"].Fields.Concat(node["stringData"].Fields))
            .SelectMany(value => (string[])[value.Text, SecretValue.Plain(value)])
            .Where(text => text.Length > 3);

    private DriftRequest Of(ImmutableArray<Value> objects)
    {
        ImmutableArray<LiveObject> read =
            [.. objects.Select((value, index) => new LiveObject(new("", index, SecretValue.Hidden(value))))];
        ClusterView cluster = new(notes.Of(estate, read), estate.Environments, notes.HasKey ? SecretValue.Hash : null);
        return new() { Clusters = [cluster], Now = Now };
    }

    private IEnumerable<string> GitFiles() =>
        Directory.EnumerateFiles(folder, "*.yaml", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(path) is "git.yaml" or "environment.yaml")
            .Order(StringComparer.Ordinal);

    private ImmutableArray<Node> Documents(string file)
    {
        string path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            return [];
        }

        YamlFile yaml = YamlReader.Read(file, File.ReadAllText(path), LoadLimits.Default);
        yaml.Problems.ShouldBeEmpty();
        return [.. yaml.Documents.Select(document => document.Root).Where(root => root.IsMapping)];
    }

    private static Value TurnedRound(Value value) => value switch
    {
        Mapping mapping => new Mapping(
            [.. mapping.Entries.Reverse().Select(entry => new Entry(entry.Key, TurnedRound(entry.Value)))], mapping.IsFlow, mapping.Span),
        Sequence list => new Sequence([.. list.Items.Select(TurnedRound)], list.IsFlow, list.Span),
        _ => value,
    };
}
