using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing;

/// <summary>Compares what a file said before a fix with what it says after it.</summary>
internal sealed class ExactChange
{
    private static readonly Mapping NoFields = new([], isFlow: true, Span.Start);
    private static readonly Sequence NoItems = new([], isFlow: true, Span.Start);

    private readonly Fix fix;
    private readonly ImmutableArray<Step> steps;
    private readonly Stack<Step> place = [];

    // Anchored values are compared once, however often they are used.
    private readonly HashSet<(Value, Value)> compared = [];

    private ExactChange(Fix fix)
    {
        this.fix = fix;
        steps = fix.Place.Steps;
    }

    /// <summary>What is otherwise than the fix intends, or null when its change is the only one.</summary>
    public static string? Deviation(
        Fix fix, IReadOnlyList<Document> before, IReadOnlyList<Document> after)
    {
        if (!before.Select(document => document.Index).SequenceEqual(after.Select(document => document.Index)))
        {
            return "the file would not be read as the same documents any more";
        }

        foreach (var (old, changed) in before.Zip(after))
        {
            ExactChange comparison = new(fix);
            bool isExact = old.Index == fix.Place.Document
                ? comparison.IsIntended(old.Value, changed.Value, 0)
                : comparison.IsSame(old.Value, changed.Value);
            if (!isExact)
            {
                return comparison.Describe();
            }
        }

        return null;
    }

    private string Describe()
    {
        Step[] differs = [.. place.Reverse()];
        string name = differs.Length == 0 ? "the document" : PathSyntax.Write(differs);
        bool isOnTheWay = steps.AsSpan().StartsWith(differs) || differs.AsSpan().StartsWith(steps.AsSpan());
        return isOnTheWay ? $"{name} would not be read back as intended" : $"{name} would change too";
    }

    private bool IsIntended(Value? before, Value after, int depth) => (steps.Length - depth, fix.Operation) switch
    {
        (0, FixOperation.Append) => IsAppended(before, after),
        (0, _) => WantedValue.IsMetBy(fix.Value, after),
        (1, FixOperation.Remove) => IsRemoved(before!, after, steps[depth]),
        _ => IsIntendedBelow(before, after, depth),
    };

    private bool IsIntendedBelow(Value? before, Value after, int depth)
    {
        Step step = steps[depth];
        Value old = before is null or Scalar ? (step.Key is null ? NoItems : NoFields) : before;
        return (old, after) switch
        {
            (Mapping was, Mapping now) =>
                now.Entries.Length == was.Entries.Length + (was.IndexOf(step.Key) < 0 ? 1 : 0)
                && now.IndexOf(step.Key) >= 0
                && AreSame(was, now, step.Key!)
                && At(step, () => IsIntended(FieldOf(was, step.Key!), FieldOf(now, step.Key!)!, depth + 1)),
            (Sequence was, Sequence now) =>
                now.Items.Length == Math.Max(was.Items.Length, step.Index + 1)
                && AreSame(was.Items, now.Items, except: step.Index)
                && At(step, () =>
                    IsIntended(was.Items.ElementAtOrDefault(step.Index), now.Items[step.Index], depth + 1)),
            _ => false,
        };
    }

    private bool IsAppended(Value? before, Value after)
    {
        ImmutableArray<Value> old = before is Sequence sequence ? sequence.Items : [];
        return after is Sequence { Items: [.. var kept, var added] }
            && kept.Length == old.Length
            && AreSame(old, kept, except: -1)
            && WantedValue.IsMetBy(fix.Value, added);
    }

    private bool IsRemoved(Value before, Value after, Step step) => (before, after) switch
    {
        (Mapping was, Mapping now) =>
            now.Entries.Length == was.Entries.Length - 1 && now.IndexOf(step.Key) < 0 && AreSame(was, now, step.Key!),
        (Sequence was, Sequence now) =>
            now.Items.Length == was.Items.Length - 1 && AreSame(was.Items.RemoveAt(step.Index), now.Items, except: -1),
        _ => false,
    };

    private bool IsSame(Value before, Value after)
    {
        if (!compared.Add((before, after)))
        {
            return true;
        }

        return (before, after) switch
        {
            (Scalar was, Scalar now) =>
                was.Text == now.Text && was.Tag == now.Tag && ScalarMeaning.KindOf(was) == ScalarMeaning.KindOf(now),
            (Mapping was, Mapping now) => was.Entries.Length == now.Entries.Length && AreSame(was, now, except: null),
            (Sequence was, Sequence now) =>
                was.Items.Length == now.Items.Length && AreSame(was.Items, now.Items, except: -1),
            _ => false,
        };
    }

    private bool AreSame(Mapping before, Mapping after, string? except) =>
        before.Entries.All(entry => entry.Key.Text == except
            || At(Step.Field(entry.Key.Text), () =>
                FieldOf(after, entry.Key.Text) is { } now && IsSame(entry.Value, now)));

    private bool AreSame(ImmutableArray<Value> before, ImmutableArray<Value> after, int except) =>
        before.Select((value, index) => index == except || At(Step.Item(index), () => IsSame(value, after[index])))
            .All(same => same);

    /// <summary>Compares a place below; the steps to the first that differs stay behind.</summary>
    private bool At(Step step, Func<bool> comparison)
    {
        place.Push(step);
        if (!comparison())
        {
            return false;
        }

        place.Pop();
        return true;
    }

    private static Value? FieldOf(Mapping mapping, string key) =>
        mapping.IndexOf(key) is int index and >= 0 ? mapping.Entries[index].Value : null;
}
