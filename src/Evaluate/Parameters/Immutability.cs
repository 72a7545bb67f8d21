using System.Collections.Immutable;
using System.Reflection;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;

namespace PolicyGate.Evaluate.Parameters;

/// <summary>Whether nothing in an object of a type can ever change.</summary>
internal static class Immutability
{
    private static readonly HashSet<Type> Plain =
    [
        typeof(string), typeof(bool), typeof(int), typeof(long), typeof(decimal), typeof(Quantity), typeof(Duration), typeof(DateOnly),
    ];

    /// <param name="type">Of an object that was made as this very type, not as one derived from it.</param>
    public static bool Holds(Type type) => HasOnlyImmutableFields(type, [type]);

    private static bool HasOnlyImmutableFields(Type type, HashSet<Type> entered) =>
        (type.IsValueType || type.BaseType == typeof(object))
        && type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public)
            .All(field => field.IsInitOnly && HoldsAnything(field.FieldType, entered));

    private static bool HoldsAnything(Type type, HashSet<Type> entered)
    {
        if (Plain.Contains(type) || type.IsEnum || !entered.Add(type))
        {
            return true;
        }

        return type.IsGenericType && IsImmutableCollection(type.GetGenericTypeDefinition())
            ? type.GetGenericArguments().All(argument => HoldsAnything(argument, entered))
            : type.IsSealed && HasOnlyImmutableFields(type, entered);
    }

    private static bool IsImmutableCollection(Type definition) =>
        definition == typeof(ImmutableArray<>) || definition == typeof(ImmutableDictionary<,>) || definition == typeof(ImmutableSortedDictionary<,>) || definition == typeof(Nullable<>);
}
