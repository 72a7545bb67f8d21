using System.Collections.Concurrent;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace PolicyGate.Metering;

/// <summary>
/// Pays for values that the library walks through by itself when it compares, hashes or prints them: texts, tuples within
/// tuples, plain structs, exceptions within exceptions.
/// </summary>
internal static class Walk
{
    /// <summary>The library walks by recursion, without looking at the stack.</summary>
    private const int DeepestNesting = 200;

    /// <summary>What it takes to hash or compare a part, and to look for it here.</summary>
    private const int PartFuel = 8;

    private static readonly ConcurrentDictionary<Type, FieldInfo[]> Walked = new();

    /// <summary>Whether values of a type can hold anything that costs more than a constant.</summary>
    public static bool MayBeLong(Type type) => type.IsValueType
        ? Fields(type).Length > 0
        : type == typeof(string) || type == typeof(object) || type == typeof(ValueType) || type.IsInterface
            || typeof(ITuple).IsAssignableFrom(type) || typeof(Exception).IsAssignableFrom(type);

    public static void Through(object? root)
    {
        if (root is null)
        {
            return;
        }

        if (Parts(root) is not { } parts)
        {
            Account.ChargeFuel(Own(root));
            return;
        }

        Stack<(IEnumerator<object?> Parts, int Depth)> open = new();
        open.Push((parts.GetEnumerator(), 1));
        while (open.TryPeek(out (IEnumerator<object?> Parts, int Depth) top))
        {
            if (!top.Parts.MoveNext())
            {
                open.Pop();
                continue;
            }

            Enter(top.Parts.Current, top.Depth + 1, open);
        }
    }

    private static void Enter(object? part, int depth, Stack<(IEnumerator<object?>, int)> open)
    {
        Account.ChargeFuel(PartFuel + (part is null ? 0 : Own(part)));
        if (part is null || Parts(part) is not { } parts)
        {
            return;
        }

        if (depth > DeepestNesting)
        {
            Account.Spend(Limit.Nesting);
        }

        open.Push((parts.GetEnumerator(), depth));
    }

    private static long Own(object value) => value switch
    {
        string text => 1 + (text.Length >> 4),
        Delegate combined => Delegates.Length(combined),
        _ => 1,
    };

    private static IEnumerable<object?>? Parts(object value) => value switch
    {
        string => null,
        ITuple tuple => Enumerable.Range(0, tuple.Length).Select(index => tuple[index]),
        Exception exception => Within(exception),
        ValueType when Fields(value.GetType()) is { Length: > 0 } fields => fields.Select(field => field.GetValue(value)),
        _ => null,
    };

    private static IEnumerable<object?>? Within(Exception exception)
    {
        StackTraces.Forget(exception);
        return exception is AggregateException aggregate ? aggregate.InnerExceptions
            : exception.InnerException is { } inner ? [inner]
            : null;
    }

    /// <summary>
    /// What the runtime compares when a struct does not say how, as far as it can be long: none when the struct has an
    /// Equals of its own, which is woven.
    /// </summary>
    private static FieldInfo[] Fields(Type type) => Walked.GetOrAdd(type, LongFields);

    private static FieldInfo[] LongFields(Type type)
    {
        if (type.IsPrimitive || type.IsEnum || type.IsByRefLike || type.ContainsGenericParameters || HasOwnEquality(type))
        {
            return [];
        }

        return [.. type.GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(field => field.FieldType != type && !field.FieldType.IsPointer && MayBeLong(field.FieldType))];
    }

    private static bool HasOwnEquality(Type type) =>
        !typeof(ITuple).IsAssignableFrom(type)
        && type.GetMethod(nameof(Equals), [typeof(object)])!.DeclaringType == type
        && (type.Assembly != typeof(object).Assembly || !type.IsGenericType);
}
