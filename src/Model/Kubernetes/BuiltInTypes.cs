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
internal sealed record ObjectType(IReadOnlyDictionary<string, FieldType> Fields, ImmutableArray<string> Required);

/// <summary>The commented table of what the kinds of Kubernetes hold.</summary>
internal static class BuiltInTypes
{
    private static readonly ImmutableArray<string[]> Rows =
        [.. DataList.Lines(typeof(BuiltInTypes).Assembly, "kubernetes/fields.txt").Select(line => line.Split(' '))];

    /// <summary>By version and name, with a space between.</summary>
    private static readonly Dictionary<string, string> Kinds = Rows
        .Where(row => row[0] == "kind")
        .ToDictionary(row => $"{row[1]} {row[2]}", row => row[3], StringComparer.Ordinal);

    private static readonly HashSet<string> ApiVersions = [.. Rows.Where(row => row[0] == "kind").Select(row => row[1])];

    /// <summary>Made when they are first asked for: most manifests need a few of the many.</summary>
    private static readonly Dictionary<string, Lazy<ObjectType>> Types = Rows
        .Where(row => row[0] == "type")
        .GroupBy(row => row[1], row => row[2..], StringComparer.Ordinal)
        .ToDictionary(rows => rows.Key, rows => new Lazy<ObjectType>(() => TypeOf([.. rows.SelectMany(fields => fields)])), StringComparer.Ordinal);

    /// <summary>By type and field, with a space between.</summary>
    private static readonly Dictionary<string, string[]> Words = Rows
        .Where(row => row[0] == "values")
        .ToDictionary(row => $"{row[1]} {row[2]}", row => row[3..], StringComparer.Ordinal);

    /// <summary>The type of a kind, or null when the table does not say.</summary>
    public static FieldType? OfKind(string apiVersion, string kind) =>
        Kinds.TryGetValue($"{apiVersion} {kind}", out string? name) && name != "any" ? FieldType.Parse(name) : null;

    /// <summary>The table has all kinds of this version of this group.</summary>
    public static bool HasAllOf(string apiVersion) => ApiVersions.Contains(apiVersion);

    public static bool HasKind(string apiVersion, string kind) => Kinds.ContainsKey($"{apiVersion} {kind}");

    public static IEnumerable<string> KindsOf(string apiVersion) =>
        Rows.Where(row => row[0] == "kind" && row[1] == apiVersion).Select(row => row[2]);

    /// <summary>The type of that name, or null for scalars and what holds anything.</summary>
    public static ObjectType? Named(string name) => Types.GetValueOrDefault(name)?.Value;

    /// <summary>The words that the API server takes in a field; none where it takes any.</summary>
    public static ImmutableArray<string> WordsOf(string type, string field) => [.. Words.GetValueOrDefault($"{type} {field}", [])];

    private static ObjectType TypeOf(string[] fields)
    {
        (string Name, FieldType Type)[] read = [.. fields.Select(field => field.Split('=')).Select(parts => (parts[0], FieldType.Parse(parts[1])))];
        return new(
            read.ToDictionary(field => field.Name.TrimEnd('!'), field => field.Type, StringComparer.Ordinal),
            [.. read.Where(field => field.Name.EndsWith('!')).Select(field => field.Name.TrimEnd('!'))]);
    }
}
