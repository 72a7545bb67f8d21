using System.Buffers;
using System.Globalization;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// Characters that no YAML file may have (https://yaml.org/spec/1.2.2/#51-character-set). The parser does not look for
/// them, and takes a NUL for the end of the file.
/// </summary>
internal static class ControlCharacters
{
    private static readonly SearchValues<char> Forbidden = SearchValues.Create(
        [.. Enumerable.Range(0, 0xA0).Select(code => (char)code).Where(IsForbidden), '\uFFFE', '\uFFFF']);

    public static UnplacedProblem? FirstIn(string text)
    {
        int index = text.AsSpan().IndexOfAny(Forbidden);
        if (index < 0)
        {
            return null;
        }

        string code = ((int)text[index]).ToString("X4", CultureInfo.InvariantCulture);
        return SyntaxProblem.ControlCharacter(TextPlaces.EndOf(text.AsSpan(0, index)), code);
    }

    private static bool IsForbidden(char character) => character switch
    {
        '\t' or '\n' or '\r' or '\u0085' => false,
        < ' ' or (>= '\u007F' and < '\u00A0') => true,
        _ => false,
    };
}
