using System.Collections;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;

namespace PolicyGate.Evaluate.Parameters;

/// <summary>The parameters of a policy's record, for people.</summary>
internal static class ParameterDescriptions
{
    /// <summary>As many as a description has room for, however many there are.</summary>
    private const int MostItems = PolicyText.LongestSentence;

    /// <param name="parameters">The record's type; null for a policy without.</param>
    /// <exception cref="PolicyFlawException">It is no record of the policy's own, or has a parameter without a default.</exception>
    public static IEnumerable<ParameterDescription> Of(Type? parameters)
    {
        if (parameters is null)
        {
            yield break;
        }

        object defaults = ParameterBinder.New(parameters);
        foreach (PropertyInfo property in ParameterBinder.SettingsOf(parameters))
        {
            yield return new(ParameterBinder.NameOf(property), TypeName(property.PropertyType), Text(DefaultOf(property, defaults)));
        }
    }

    /// <summary>An immutable array that was never made is neither there nor null, and throws at the first touch.</summary>
    private static object? DefaultOf(PropertyInfo property, object defaults)
    {
        object? value = ParameterBinder.Get(property, defaults);
        bool isUnmade = property.PropertyType is { IsGenericType: true } type
            && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>)
            && Activator.CreateInstance(type)!.Equals(value);
        return isUnmade
            ? throw new PolicyFlawException($"has a parameter '{ParameterBinder.NameOf(property)}' without a default: give it one, such as `= []`")
            : value;
    }

    private static string TypeName(Type type)
    {
        string name = (Nullable.GetUnderlyingType(type) ?? ParameterBinder.ItemType(type) ?? type).Name;
        return ParameterBinder.ItemType(type) is null ? name : $"list of {name}";
    }

    private static string Text(object? value) => value switch
    {
        null => "nothing",
        string text => text.Length > 0 ? text : "nothing",
        IEnumerable items => string.Join(", ", items.Cast<object>().Take(MostItems)) is { Length: > 0 } list ? list : "nothing",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
