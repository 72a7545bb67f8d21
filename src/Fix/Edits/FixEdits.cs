using System.Collections.Immutable;
using PolicyGate.Fixing.Layouts;
using PolicyGate.Fixing.Text;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Edits;

/// <summary>Turns a fix that need not be divided into edits.</summary>
internal static class FixEdits
{
    /// <summary>The edits, none when the text already is as wanted; or why there are none.</summary>
    public static Attempt<Edit[]> Of(Fix fix, EditContext context) => fix.Operation switch
    {
        FixOperation.Set => Setting(context, fix.Value),
        FixOperation.Append => Appending(context, fix.Value),
        FixOperation.Remove => Removal(context),
        _ => throw new ArgumentOutOfRangeException(nameof(fix)),
    };

    private static Attempt<Edit[]> Setting(EditContext context, FixValue value)
    {
        Target target = context.Target;
        if (!target.Missing.IsEmpty)
        {
            return Making(context, value);
        }

        if (WantedValue.IsMetBy(value, target.Last.Value))
        {
            return (Edit[])[];
        }

        return target.Last.Kind == SlotKind.Root
            ? "it is the whole document"
            : Replacement.Of(context, target.Last, value);
    }

    private static Attempt<Edit[]> Appending(EditContext context, FixValue item)
    {
        Target target = context.Target;
        if (!target.Missing.IsEmpty || target.Last.IsNull)
        {
            return Setting(context, new FixValue.List([item]));
        }

        return context.Layout.IsAlias(target.Last) ? $"it is an alias, {Target.WouldSpread}"
            : target.Last.Value is Sequence ? Insertion.OfItem(context, target.Last, item)
            : "it is not a list";
    }

    /// <summary>Makes a place that does not exist, with all that leads to it.</summary>
    private static Attempt<Edit[]> Making(EditContext context, FixValue value)
    {
        Slot last = context.Target.Last;
        ImmutableArray<Step> missing = context.Target.Missing;
        ImmutableArray<Step> below = last.IsNull ? missing : missing[1..];
        if (below.FirstOrDefault(step => step.Index > 0) is { Key: null, Index: > 0 } step)
        {
            return $"there is no list to have an item {step.Index}";
        }

        FixValue whole = below.Reverse().Aggregate(value, (inner, outer) => outer.Key is null
            ? new FixValue.List([inner])
            : new FixValue.Map([new(outer.Key, inner)]));
        return last.IsNull ? Replacement.Of(context, last, whole)
            : missing[0].Key is { } key ? Insertion.OfField(context, last, key, whole)
            : Insertion.OfItem(context, last, whole);
    }

    private static Attempt<Edit[]> Removal(EditContext context)
    {
        Target target = context.Target;
        if (!target.Missing.IsEmpty)
        {
            bool isMerged = target.Last.Value is Mapping mapping && mapping.IndexOf(target.Missing[0].Key) >= 0;
            return isMerged ? "it comes from a merge key" : (Edit[])[];
        }

        if (target.Path is not [.., var collection, var part])
        {
            return "it is the whole document";
        }

        return collection.Value is Mapping { IsFlow: true } or Sequence { IsFlow: true }
            ? FlowRemoval.Of(context, collection, part)
            : BlockRemoval.Of(context, collection, part);
    }
}
