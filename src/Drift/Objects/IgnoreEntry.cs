using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Drift.Fields;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Drift.Objects;

/// <summary>
/// A field that an environment lets differ, for a reason and until a day. Lists are passed through:
/// <c>spec.template.spec.containers.env</c> is the variables of every container.
/// </summary>
internal sealed class IgnoreEntry
{
    private readonly ImmutableArray<string> steps;

    public IgnoreEntry(Node entry)
    {
        Node = entry;
        steps = PathOf(entry["path"].Text);
        Expires = DateOnly.TryParseExact(
            entry["expires"].Text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day)
            ? day
            : DateOnly.MinValue;
    }

    public Node Node { get; }

    /// <summary>The last day on which it holds, in UTC; long ago when it is no day.</summary>
    public DateOnly Expires { get; }

    /// <summary>What it names is security's, so that only a waiver can accept it.</summary>
    public bool IsSecurity => SecurityFields.LieAt(Node["kind"].Text, steps.AsSpan());

    public bool IsUsable => !steps.IsEmpty;

    public bool Covers(Resource resource, Node place) =>
        IsOneOf("kind", resource.Kind)
        && IsOneOf("namespace", resource.Namespace)
        && IsOneOf("name", resource.Name)
        && place.Route.Steps.Where(step => step.Key is not null).Take(steps.Length).Select(step => step.Key).SequenceEqual(steps, StringComparer.Ordinal);

    private bool IsOneOf(string field, string actual) => Node[field] is not { Exists: true } wanted || wanted.Text == actual;

    private static ImmutableArray<string> PathOf(string path)
    {
        try
        {
            return [.. PathSyntax.Read(path).Where(step => step.Key is not null).Select(step => step.Key!)];
        }
        catch (ArgumentException)
        {
            // The comparison says so at the entry.
            return [];
        }
    }
}
