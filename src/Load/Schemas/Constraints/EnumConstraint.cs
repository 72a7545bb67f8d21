using System.Collections.Immutable;
using PolicyGate.Model;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas.Constraints;

/// <summary><c>enum</c> and <c>const</c>.</summary>
internal sealed class EnumConstraint(ImmutableArray<Node> allowed) : Constraint
{
    public override void Check(Node place, List<SchemaViolation> found)
    {
        if (allowed.Any(value => JsonEquality.Comparer.Equals(value.Value, place.Value)))
        {
            return;
        }

        string[] texts = [.. allowed.Select(value => value.ToString())];
        string? meant = Spelling.Nearest(place.ToString(), texts);
        string hint = meant is null || texts.Length == 1 ? "" : $"; did you mean {Quoted.Text(meant)}?";
        string due = texts.Length == 1 ? Quoted.Text(texts[0]) : $"one of {Quoted.List(texts)}";
        found.Add(Wrong(place, $"{Quoted.Text(place)} is not {due}{hint}"));
    }
}
