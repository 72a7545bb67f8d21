using System.Globalization;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// Characters that no YAML file may have (https://yaml.org/spec/1.2.2/#51-character-set). The parser does not look for
/// them, and takes a NUL for the end of the file.
/// </summary>
internal static class ControlCharacters
{
    public static UnplacedProblem? FirstIn(ReadOnlySpan<char> text)
    {
        int index = 0;
        while (text[index..].IndexOfAnyExceptInRange(' ', '~') is var plain and >= 0)
        {
            index += plain;
            if (IsForbidden(text[index]))
            {
                string code = ((int)text[index]).ToString("X4", CultureInfo.InvariantCulture);
                return SyntaxProblem.ControlCharacter(TextPlaces.EndOf(text[..index]), code);
            }

            index++;
        }

        return null;
    }

    private static bool IsForbidden(char character) => character switch
    {
        '\t' or '\n' or '\r' or '\u0085' => false,
        < ' ' or (>= '\u007F' and < '\u00A0') or '\uFFFE' or '\uFFFF' => true,
        _ => false,
    };
}
