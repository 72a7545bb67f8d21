using System.Globalization;
using System.Reflection;
using PolicyGate.Metering;

namespace PolicyGate.Compile.Weaving;

/// <summary>The members that woven code may call, and their types, by their documentation comment ids.</summary>
internal static class MeterIds
{
    /// <summary>What only the host calls: it begins budgets and tells what ended them.</summary>
    private static readonly Type[] OfHost = [typeof(Meter), typeof(Limits)];

    public static string[] All { get; } =
        [.. typeof(Meter).Assembly.GetExportedTypes().Where(IsStatic).Except(OfHost).SelectMany(type => OfMethods(type).Prepend($"T:{type.FullName}"))];

    private static bool IsStatic(Type type) => type is { IsAbstract: true, IsSealed: true };

    private static IEnumerable<string> OfMethods(Type type) =>
        type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly).Select(Of);

    private static string Of(MethodInfo method)
    {
        int arity = method.GetGenericArguments().Length;
        string typeParameters = arity == 0 ? "" : $"``{arity.ToString(CultureInfo.InvariantCulture)}";
        string[] parameters = [.. method.GetParameters().Select(parameter => Of(parameter.ParameterType))];
        return $"M:{method.DeclaringType!.FullName}.{method.Name}{typeParameters}{(parameters.Length == 0 ? "" : $"({string.Join(',', parameters)})")}";
    }

    private static string Of(Type type) => type switch
    {
        { IsByRef: true } => $"{Of(type.GetElementType()!)}@",
        { IsSZArray: true } => $"{Of(type.GetElementType()!)}[]",
        { IsGenericMethodParameter: true } => $"``{type.GenericParameterPosition.ToString(CultureInfo.InvariantCulture)}",
        { IsGenericType: true, DeclaringType: null } =>
            $"{type.GetGenericTypeDefinition().FullName!.Split('`')[0]}{{{string.Join(',', type.GetGenericArguments().Select(Of))}}}",
        { IsGenericType: false, IsArray: false, IsPointer: false } => type.FullName!.Replace('+', '.'),
        _ => Nested(type),
    };

    /// <summary>A type within a generic one has the arguments of that.</summary>
    private static string Nested(Type type) => type is { IsGenericType: true, DeclaringType: { IsGenericType: true } outer }
        ? $"{Of(outer.MakeGenericType(type.GetGenericArguments()[..outer.GetGenericArguments().Length]))}.{type.Name}"
        : throw new NotSupportedException($"meters have no parameters like {type}");
}
