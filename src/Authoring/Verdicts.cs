using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Authoring;

/// <summary>The words in which policies answer, in scope in every policy.</summary>
public static class Verdicts
{
    /// <summary>All is well; what was seen is the evidence.</summary>
    public static Verdict Pass(Node seen, params ReadOnlySpan<Node> more) => Verdict.Pass([seen, .. more]);

    /// <summary>All is well, for a reason that the places alone do not tell.</summary>
    public static Verdict Pass(string reason, Node seen, params ReadOnlySpan<Node> more) =>
        Verdict.Pass([seen, .. more], reason);

    /// <summary>Something is wrong at this place.</summary>
    public static Verdict Fail(Node place, string message, Fix? fix = null) => Verdict.Fail(new(place, message, fix));

    /// <summary>
    /// Something is wrong at a place whose value must not be shown, such as a secret: only what was seen instead
    /// becomes evidence.
    /// </summary>
    public static Verdict FailUnshown(Node place, string message, Node seen) =>
        Verdict.Fail(new(place, message, Fix: null), [seen]);

    /// <summary>There is nothing here that the policy speaks of.</summary>
    public static Verdict NotApplicable(string reason) => Verdict.NotApplicable(reason);

    /// <inheritdoc cref="Verdict.All"/>
    public static Verdict All(IEnumerable<Verdict> parts, string otherwise = "there is nothing to judge") =>
        Verdict.All(parts, otherwise);

    /// <summary>The verdicts on several items of one subject, taken together; see <see cref="Verdict.All"/>.</summary>
    public static Verdict Each<T>(IEnumerable<T> items, Func<T, Verdict> judge, string otherwise = "there is nothing to judge") =>
        Verdict.All(items.Select(judge), otherwise);

    /// <summary>A fix that gives the place this value, making what leads to it.</summary>
    public static Fix Set(Node place, FixValue value) => new(place.Route, FixOperation.Set, value);

    /// <summary>A fix that takes the field or item away.</summary>
    public static Fix Remove(Node place) => new(place.Route, FixOperation.Remove, "");

    /// <summary>A fix that puts one more item at the end of the list.</summary>
    public static Fix Append(Node list, FixValue item) => new(list.Route, FixOperation.Append, item);
}
