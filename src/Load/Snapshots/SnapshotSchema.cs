using PolicyGate.Load.Schemas;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Snapshots;

/// <summary><c>schemas/snapshot.schema.json</c>, in the two parts by which a snapshot is read.</summary>
internal static class SnapshotSchema
{
    private const string File = "snapshot.schema.json";

    private static readonly Lazy<Node> Root = new(Read);

    /// <summary>Of all but the objects.</summary>
    public static ISchema Frame { get; } = Compile(Root.Value);

    /// <summary>Of each object.</summary>
    public static ISchema Object { get; } = Compile(Root.Value["properties.objects.items"]);

    private static ISchema Compile(Node schema) => SchemaReader.Read(schema, SchemaDialect.JsonSchema, isOwn: true) switch
    {
        { Schema: { } usable } => usable,
        { Faults: var faults } => throw new InvalidOperationException($"{File}: {faults[0].Message}"),
    };

    private static Node Read()
    {
        using Stream stream = typeof(SnapshotSchema).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"{File} is not built into the assembly");
        using StreamReader reader = new(stream);
        return YamlReader.Read($"schemas/{File}", reader.ReadToEnd(), LoadLimits.Default).Documents.Single().Root;
    }
}
