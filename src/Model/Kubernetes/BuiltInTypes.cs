using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PolicyGate.Model.Kubernetes;

/// <summary>What a field holds: one value, a list of such, or a mapping of names to such.</summary>
internal sealed record FieldType(string Name, bool IsList, bool IsMap)
{
    public static FieldType Parse(string text) => new(
        text.Replace("[]", "", StringComparison.Ordinal).Replace("{}", "", StringComparison.Ordinal),
        text.EndsWith("[]", StringComparison.Ordinal),
        text.EndsWith("{}", StringComparison.Ordinal));
}

/// <summary>The fields of one type of the API.</summary>
internal sealed record ObjectType(FrozenDictionary<string, FieldType> Fields, ImmutableArray<string> Required);

/// <summary>The commented table of what the kinds of Kubernetes hold.</summary>
internal static class BuiltInTypes
{
    private static readonly ImmutableArray<string[]> Rows =
        [.. DataList.Lines(typeof(BuiltInTypes).Assembly, "kubernetes/fields.txt").Select(line => line.Split(' '))];

    private static readonly FrozenDictionary<(string ApiVersion, string Kind), string> Kinds = Rows
        .Where(row => row[0] == "kind")
        .ToFrozenDictionary(row => (row[1], row[2]), row => row[3]);

    private static readonly FrozenSet<string> ApiVersions = Kinds.Keys.Select(kind => kind.ApiVersion).ToFrozenSet();

    private static readonly FrozenDictionary<string, ObjectType> Types = Rows
        .Where(row => row[0] == "type")
        .GroupBy(row => row[1], row => row[2..])
        .ToFrozenDictionary(rows => rows.Key, rows => TypeOf([.. rows.SelectMany(fields => fields)]));

    private static readonly FrozenDictionary<(string Type, string Field), ImmutableArray<string>> Words = Rows
        .Where(row => row[0] == "values")
        .ToFrozenDictionary(row => (row[1], row[2]), row => ImmutableArray.Create(row.AsSpan(3)));

    /// <summary>The type of a kind, or null when the table does not say.</summary>
    public static FieldType? OfKind(string apiVersion, string kind) =>
        Kinds.TryGetValue((apiVersion, kind), out string? name) && name != "any" ? FieldType.Parse(name) : null;

    /// <summary>The table has all kinds of this version of this group.</summary>
    public static bool HasAllOf(string apiVersion) => ApiVersions.Contains(apiVersion);

    public static bool HasKind(string apiVersion, string kind) => Kinds.ContainsKey((apiVersion, kind));

    public static IEnumerable<string> KindsOf(string apiVersion) =>
        Kinds.Keys.Where(kind => kind.ApiVersion == apiVersion).Select(kind => kind.Kind);

    /// <summary>The type of that name, or null for scalars and what holds anything.</summary>
    public static ObjectType? Named(string name) => Types.GetValueOrDefault(name);

    /// <summary>The words that the API server takes in a field; none where it takes any.</summary>
    public static ImmutableArray<string> WordsOf(string type, string field) => Words.GetValueOrDefault((type, field), []);

    private static ObjectType TypeOf(string[] fields)
    {
        (string Name, FieldType Type)[] read = [.. fields.Select(field => field.Split('=')).Select(parts => (parts[0], FieldType.Parse(parts[1])))];
        return new(
            read.ToFrozenDictionary(field => field.Name.TrimEnd('!'), field => field.Type, StringComparer.Ordinal),
            [.. read.Where(field => field.Name.EndsWith('!')).Select(field => field.Name.TrimEnd('!'))]);
    }
}
