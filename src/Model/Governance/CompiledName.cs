using System.Globalization;
using System.Text;

namespace PolicyGate.Model.Governance;

/// <summary>The class that a policy becomes; apart from the compiler's classes, which a warm run must not load.</summary>
public static class CompiledName
{
    public const string Namespace = "PolicyGate.Compiled";

    /// <summary>The constant of the class that holds the text it was made of.</summary>
    public const string SourceField = "__source";

    /// <summary>The method of the class that makes the policy. No script has functions or types of such names.</summary>
    public const string Factory = "__create";

    /// <summary>
    /// The class's name without its namespace, another for every id. Ids may hold what class names may not; such a
    /// character becomes its number between underscores.
    /// </summary>
    public static string Of(string policyId)
    {
        StringBuilder name = new("P_");
        foreach (char character in policyId)
        {
            name.Append(char.IsAsciiLetterOrDigit(character)
                ? character.ToString()
                : string.Create(CultureInfo.InvariantCulture, $"_{(int)character:x}_"));
        }

        return name.ToString();
    }
}
