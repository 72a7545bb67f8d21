using PolicyGate.Load.Manifests;
using PolicyGate.Load.Schemas;
using PolicyGate.Load.Yaml;

namespace PolicyGate.Load.Settings;

/// <summary>The schemas of our own kinds: the files of <c>schemas/</c>, which editors use too.</summary>
internal static class SettingsSchemas
{
    private static readonly Dictionary<string, Lazy<ISchema>> ByKind = new(StringComparer.Ordinal)
    {
        [OwnKinds.Environment] = new(() => Load("environment.schema.json")),
        [OwnKinds.Waiver] = new(() => Load("waiver.schema.json")),
        [OwnKinds.Profile] = new(() => Load("profile.schema.json")),
        [OwnKinds.Framework] = new(() => Load("framework.schema.json")),
        [OwnKinds.Configuration] = new(() => Load("configuration.schema.json")),
        [OwnKinds.Change] = new(() => Load("change.schema.json")),
        [OwnKinds.ImageFacts] = new(() => Load("image-facts.schema.json")),
    };

    /// <exception cref="KeyNotFoundException">The kind is none of <see cref="OwnKinds"/>.</exception>
    public static ISchema Of(string kind) => ByKind[kind].Value;

    private static ISchema Load(string file)
    {
        YamlFile schema = YamlReader.Read($"schemas/{file}", EmbeddedFile.Read(file), LoadLimits.Default);
        return SchemaReader.Read(schema.Documents.Single().Root, SchemaDialect.JsonSchema, isOwn: true) switch
        {
            { Schema: { } usable } => usable,
            { Faults: var faults } => throw new InvalidOperationException($"{file}: {faults[0].Message}"),
        };
    }
}
