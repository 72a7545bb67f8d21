using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Evaluate.Parameters;

/// <summary>A parameter that cannot be taken as it is written.</summary>
public sealed record ParameterProblem(Location Location, string Message);

/// <summary>Makes a policy's parameters record from what a profile says, field by field, typed.</summary>
internal sealed class ParameterBinder
{
    private readonly ImmutableArray<ParameterProblem>.Builder problems = ImmutableArray.CreateBuilder<ParameterProblem>();

    /// <summary>The record with its defaults and the fields given; problems for what is unknown or of the wrong type.</summary>
    /// <param name="type">The record's type; null for a policy without parameters.</param>
    /// <param name="fields">Names and places of values; where a name comes twice, the later one counts.</param>
    /// <exception cref="PolicyFlawException">A field is given to a setting that no profile can give.</exception>
    public static (object? Parameters, ImmutableArray<ParameterProblem> Problems) Bind(Type? type, IEnumerable<Node> fields)
    {
        ParameterBinder binder = new();
        object? parameters = type is null ? binder.RefuseAll(fields) : binder.Record(type, fields);
        return (parameters, binder.problems.ToImmutable());
    }

    /// <summary>What can be set of a parameters record; indexers have no name for it.</summary>
    public static PropertyInfo[] SettingsOf(Type type) =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite && property.GetIndexParameters().Length == 0)
    ];

    /// <summary>A parameters record with its defaults.</summary>
    /// <exception cref="PolicyFlawException">The type is no record of the policy's own, but one of a library.</exception>
    public static object New(Type type) => IsOfPolicy(type)
        ? Activator.CreateInstance(type, BindingFlags.Public | BindingFlags.Instance | BindingFlags.DoNotWrapExceptions, null, [], null)!
        : throw new PolicyFlawException($"takes as its parameters a {type.Name}, which is no record of its own");

    private static bool IsOfPolicy(Type type) => type.Namespace == CompiledName.Namespace;

    /// <summary>The value of a setting; whatever the policy throws there comes out as it is.</summary>
    public static object? Get(PropertyInfo setting, object record) =>
        setting.GetValue(record, BindingFlags.DoNotWrapExceptions, null, null, null);

    /// <summary>The name in a profile: <c>max</c> for <c>Max</c>.</summary>
    public static string NameOf(PropertyInfo property) => char.ToLowerInvariant(property.Name[0]) + property.Name[1..];

    /// <summary>The type of a list's items; null for what is no list.</summary>
    public static Type? ItemType(Type type)
    {
        if (type.IsSZArray)
        {
            return type.GetElementType();
        }

        return type.IsGenericType && ListTypes.Contains(type.GetGenericTypeDefinition()) ? type.GetGenericArguments()[0] : null;
    }

    private object? RefuseAll(IEnumerable<Node> fields)
    {
        foreach (Node field in fields)
        {
            Refuse(field, $"unknown parameter '{field.Name}': the policy has none");
        }

        return null;
    }

    private object Record(Type type, IEnumerable<Node> fields)
    {
        object record = New(type);
        PropertyInfo[] settings = SettingsOf(type);
        foreach (Node field in fields)
        {
            PropertyInfo? setting = Array.Find(settings, one => NameOf(one) == field.Name);
            if (setting is null)
            {
                string known = string.Join(", ", settings.Select(NameOf));
                Refuse(field, $"unknown parameter '{field.Name}'; there are: {known}");
            }
            else if (Convert(setting.PropertyType, field) is { } value)
            {
                setting.SetValue(record, value, BindingFlags.DoNotWrapExceptions, null, null, null);
            }
        }

        return record;
    }

    private object? Convert(Type declared, Node node)
    {
        Type type = Nullable.GetUnderlyingType(declared) ?? declared;
        if (ItemType(type) is { } item)
        {
            return node.IsSequence ? List(type, item, node) : Refuse(node, $"'{node.Name}' takes a list");
        }

        if (type.IsGenericType
            && DictionaryTypes.TryGetValue(type.GetGenericTypeDefinition(), out string? factory)
            && type.GetGenericArguments()[0] == typeof(string))
        {
            return node.IsMapping ? Dictionary(factory, type, node) : Refuse(node, $"'{node.Name}' takes a mapping");
        }

        if (ScalarReaders.TryGetValue(type, out Func<Node, object?>? read))
        {
            return read(node) ?? Refuse(node, $"'{node}' is not {Expected(type)}");
        }

        if (type.IsEnum)
        {
            return Enumeration(type, node) ?? Refuse(node, $"'{node}' is none of {string.Join(", ", EnumerationTexts(type))}");
        }

        if (!IsOfPolicy(type) || type.GetConstructor([]) is null)
        {
            throw new PolicyFlawException($"has a parameter '{node.Name}' of a type that no profile can give: {declared.Name}");
        }

        return node.IsMapping ? Record(type, node.Fields) : Refuse(node, $"'{node.Name}' takes a mapping");
    }

    private static readonly Type[] ListTypes =
    [
        typeof(ImmutableArray<>),
        typeof(IReadOnlyList<>),
        typeof(IReadOnlyCollection<>),
        typeof(IEnumerable<>),
        typeof(List<>),
    ];

    /// <summary>The type of a mapping, and the method that makes one of texts and values.</summary>
    private static readonly Dictionary<Type, string> DictionaryTypes = new()
    {
        [typeof(ImmutableSortedDictionary<,>)] = nameof(ImmutableSortedDictionaryOf),
        [typeof(ImmutableDictionary<,>)] = nameof(ImmutableDictionaryOf),
        [typeof(IReadOnlyDictionary<,>)] = nameof(DictionaryOf),
        [typeof(Dictionary<,>)] = nameof(DictionaryOf),
    };

    private static readonly Dictionary<Type, Func<Node, object?>> ScalarReaders = new()
    {
        [typeof(string)] = node => node.IsScalar ? node.Text : null,
        [typeof(bool)] = node => node.Boolean,
        [typeof(int)] = node => node.Integer is >= int.MinValue and <= int.MaxValue ? (int)node.Integer : null,
        [typeof(long)] = node => node.Integer,
        [typeof(decimal)] = node =>
            decimal.TryParse(node.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out decimal number) ? number : null,
        [typeof(Quantity)] = node => Quantity.TryParse(node.Text, out Quantity quantity) ? (object?)quantity : null,
        [typeof(Duration)] = node => Duration.TryParse(node.Text, out Duration duration) ? (object?)duration : null,
        [typeof(DateOnly)] = node =>
            DateOnly.TryParseExact(node.Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly date)
                ? date
                : null,
    };

    private static string Expected(Type type) => type.Name switch
    {
        nameof(Boolean) => "true or false",
        nameof(Int32) or nameof(Int64) => "a whole number",
        nameof(Decimal) => "a number",
        nameof(Quantity) => "a quantity such as 500m or 4Gi",
        nameof(Duration) => "a duration such as 15m or 2d",
        nameof(DateOnly) => "a date such as 2026-12-31",
        _ => "text",
    };

    private object List(Type type, Type itemType, Node node)
    {
        object?[] values = [.. node.Items.Select(item => Convert(itemType, item)).Where(value => value is not null)];
        Array items = Array.CreateInstance(itemType, values.Length);
        values.CopyTo(items, 0);
        if (!type.IsGenericType || type.GetGenericTypeDefinition() == typeof(List<>))
        {
            return type.IsArray ? items : Activator.CreateInstance(type, items)!;
        }

        return type.IsInterface ? items : Call(nameof(ImmutableArrayOf), itemType, items);
    }

    private object Dictionary(string factory, Type type, Node node)
    {
        Type valueType = type.GetGenericArguments()[1];
        KeyValuePair<string, object?>[] fields =
            [.. node.Fields.Select(field => KeyValuePair.Create(field.Name, Convert(valueType, field))).Where(field => field.Value is not null)];
        return Call(factory, valueType, fields);
    }

    private static object Call(string factory, Type type, object argument) =>
        typeof(ParameterBinder)
            .GetMethod(factory, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(type)
            .Invoke(null, [argument])!;

    private static ImmutableArray<T> ImmutableArrayOf<T>(T[] items) => [.. items];

    private static Dictionary<string, T> DictionaryOf<T>(KeyValuePair<string, object?>[] fields) =>
        fields.ToDictionary(field => field.Key, field => (T)field.Value!, StringComparer.Ordinal);

    private static ImmutableSortedDictionary<string, T> ImmutableSortedDictionaryOf<T>(KeyValuePair<string, object?>[] fields) =>
        fields.ToImmutableSortedDictionary(field => field.Key, field => (T)field.Value!, StringComparer.Ordinal);

    private static ImmutableDictionary<string, T> ImmutableDictionaryOf<T>(KeyValuePair<string, object?>[] fields) =>
        fields.ToImmutableDictionary(field => field.Key, field => (T)field.Value!, StringComparer.Ordinal);

    private static object? Enumeration(Type type, Node node) =>
        Enum.GetValues(type).Cast<Enum>().FirstOrDefault(value => Declared.Write(value) == node.Text);

    private static IEnumerable<string> EnumerationTexts(Type type) =>
        Enum.GetValues(type).Cast<Enum>().Select(Declared.Write);

    private object? Refuse(Node node, string message)
    {
        problems.Add(new(node.Location, message));
        return null;
    }
}
