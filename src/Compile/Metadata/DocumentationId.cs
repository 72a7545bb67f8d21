using System.Globalization;
using System.Reflection.Metadata;
using System.Text;

namespace PolicyGate.Compile.Metadata;

/// <summary>
/// Writes references of metadata as documentation comment ids, which is how the lists name what they hold
/// (https://learn.microsoft.com/dotnet/csharp/language-reference/language-specification/documentation-comments#d42-id-string-format).
/// </summary>
internal static class DocumentationId
{
    public static string OfField(string type, string name) => $"F:{type}.{Escaped(name)}";

    /// <param name="type">The id of the declaring type, without type arguments.</param>
    /// <param name="name">As metadata has it.</param>
    /// <param name="signature">With the parameters of the definition, not those of one use.</param>
    public static string OfMethod(string type, string name, MethodSignature<Shape> signature)
    {
        StringBuilder id = new StringBuilder("M:").Append(type).Append('.').Append(Escaped(name));
        if (signature.GenericParameterCount > 0)
        {
            id.Append(CultureInfo.InvariantCulture, $"``{signature.GenericParameterCount}");
        }

        if (!signature.ParameterTypes.IsEmpty)
        {
            id.Append('(').AppendJoin(',', signature.ParameterTypes.Select(type => type.Id)).Append(')');
        }

        // Conversions are the only methods that differ in nothing but what they return.
        if (name is "op_Implicit" or "op_Explicit" or "op_CheckedExplicit")
        {
            id.Append('~').Append(signature.ReturnType.Id);
        }

        return id.ToString();
    }

    /// <summary>
    /// A type with its arguments: <c>A`1.B`1</c> of X and Y is <c>A{X}.B{Y}</c>, since metadata counts the parameters
    /// of the outer type among those of the inner.
    /// </summary>
    public static string OfInstance(string definition, IReadOnlyList<Shape> arguments)
    {
        StringBuilder id = new();
        int used = 0;
        for (int at = 0; at < definition.Length; at++)
        {
            if (definition[at] != '`')
            {
                id.Append(definition[at]);
                continue;
            }

            int end = EndOfNumber(definition, at + 1);
            int count = Arity(definition[(at + 1)..end], arguments.Count - used);
            id.Append('{').AppendJoin(',', arguments.Skip(used).Take(count).Select(argument => argument.Id)).Append('}');
            used += count;
            at = end - 1;
        }

        return id.ToString();
    }

    public static string OfArray(string element, ArrayShape shape) =>
        shape.Rank == 1 ? $"{element}[]" : $"{element}[{string.Join(',', Enumerable.Repeat("0:", shape.Rank))}]";

    private static int Arity(string digits, int left) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int arity) ? Math.Min(arity, left) : 0;

    private static int EndOfNumber(string text, int at)
    {
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at;
    }

    private static string Escaped(string name) => name.Replace('.', '#').Replace('<', '{').Replace('>', '}');
}
