using System.Collections.Concurrent;
using System.Numerics;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.Loader;
using System.Text;

namespace PolicyGate.Metering;

/// <summary>
/// How values of a type are hashed so that it comes out the same in every run: as the type says where that is a matter of
/// the value alone, by the parts where the runtime would go by them, else all alike.
/// </summary>
internal static class HashedTypes
{
    private static readonly HashSet<Type> ByValue =
    [
        typeof(Guid), typeof(DateOnly), typeof(TimeOnly), typeof(TimeSpan), typeof(DateTimeOffset), typeof(Version), typeof(Uri),
        typeof(Rune), typeof(Half), typeof(Int128), typeof(UInt128), typeof(BigInteger), typeof(Index), typeof(Range),
    ];

    private static readonly Type DelegatingComparer =
        EqualityComparer<int>.Create((one, other) => one == other, one => one).GetType().GetGenericTypeDefinition();

    private static readonly ConcurrentDictionary<Type, Func<object, int>> Known = new();

    /// <summary>Pays for nothing but what code of the policy's own pays for.</summary>
    public static int Hash(object? value) => value switch
    {
        null => 0,
        string text => text.GetHashCode(StringComparison.Ordinal),
        Type type => type.Name.GetHashCode(StringComparison.Ordinal),
        _ => Known.GetOrAdd(value.GetType(), static (_, one) => WayOf(one), value)(value),
    };

    /// <summary>By what it holds, as the runtime hashes structs and the compiler records.</summary>
    public static int Combined(object value)
    {
        Toll.CheckStack();
        HashCode code = default;
        foreach (FieldInfo field in FieldsOf(value.GetType()))
        {
            code.Add(Hash(field.GetValue(value)));
        }

        return code.ToHashCode();
    }

    /// <summary>Whether a comparer leaves hashing to the values.</summary>
    public static bool IsDefault<T>(IEqualityComparer<T> comparer) =>
        comparer is not null
        && comparer.GetType() is var type
        && type.Assembly == typeof(object).Assembly
        && comparer is not StringComparer
        && !(type.IsGenericType && type.GetGenericTypeDefinition() == DelegatingComparer);

    /// <summary>The library's own ways, but for those below, go by identities and addresses.</summary>
    private static Func<object, int> WayOf(object value)
    {
        Type type = value.GetType();
        MethodInfo method = ((Func<int>)value.GetHashCode).Method;
        return IsOfPolicy(method) || IsOfProgram(method) ? (IsOfRecord(method) ? Combined : AsItSays)
            : Type.GetTypeCode(type) != TypeCode.Object || ByValue.Contains(type) ? AsItSays
            : value is ITuple ? Tuple
            : method.DeclaringType == typeof(ValueType) ? Combined
            : AllAlike;
    }

    private static bool IsOfPolicy(MethodInfo method) =>
        AssemblyLoadContext.GetLoadContext(method.Module.Assembly) != AssemblyLoadContext.Default;

    private static bool IsOfProgram(MethodInfo method) =>
        method.Module.Assembly.GetName().Name!.StartsWith($"{nameof(PolicyGate)}.", StringComparison.Ordinal);

    /// <summary>The compiler's, which goes by the type's identity too; that of a policy is woven.</summary>
    private static bool IsOfRecord(MethodInfo method) =>
        !IsOfPolicy(method) && method.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);

    private static int AsItSays(object value) => value.GetHashCode();

    private static int AllAlike(object value) => 0;

    private static int Tuple(object value)
    {
        ITuple tuple = (ITuple)value;
        HashCode code = default;
        for (int at = 0; at < tuple.Length; at++)
        {
            code.Add(Hash(tuple[at]));
        }

        return code.ToHashCode();
    }

    private static IEnumerable<FieldInfo> FieldsOf(Type type) =>
        type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic).Where(field => !field.FieldType.IsPointer);
}
