using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary><c>pattern</c> of strings, found anywhere unless it is anchored.</summary>
/// <param name="pattern">Made by <see cref="SchemaPattern"/>.</param>
/// <param name="written">As the schema has it.</param>
/// <param name="complaint">
/// What to say of a value that does not match, such as "not a duration", from the editors' keyword
/// <c>patternErrorMessage</c>; null when the schema does not say.
/// </param>
internal sealed class PatternConstraint(Regex pattern, string written, string? complaint) : Constraint
{
    public override void Check(Node place, List<SchemaViolation> found)
    {
        if (place.IsString && Complaint(place.Text) is { } wrong)
        {
            found.Add(Wrong(place, $"{Quoted.Text(place)} {wrong}"));
        }
    }

    private string? Complaint(string text)
    {
        try
        {
            return pattern.IsMatch(text) ? null
                : complaint is null ? $"does not match the pattern {Quoted.Text(written)}"
                : $"is {complaint}";
        }
        catch (RegexMatchTimeoutException)
        {
            return $"takes too long to match with the pattern {Quoted.Text(written)}";
        }
    }
}
