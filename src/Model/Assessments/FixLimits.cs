namespace PolicyGate.Model.Assessments;

/// <summary>Which fixes of policies are taken: whole ones, small enough to be read by a person.</summary>
internal static class FixLimits
{
    /// <summary>Characters and values together, the way to the place too.</summary>
    private const int Largest = 10_000;

    /// <summary>Lists and mappings in one another.</summary>
    private const int Deepest = 50;

    public const string Rule = "a fix has a place and a value of at most 10,000 characters, and no edits of its own";

    public static bool IsWithin(Fix fix) =>
        fix is { Place: { File: not null, Steps.IsDefault: false }, Edits: { IsDefault: false, IsEmpty: true } }
        && Enum.IsDefined(fix.Operation)
        && fix.Place.Steps.Sum(step => 1L + (step.Key?.Length ?? 0)) + Size(fix.Value) <= Largest;

    /// <summary>Without recursion: the value may be of any depth. More than any limit when a part is missing.</summary>
    private static long Size(FixValue? whole)
    {
        long size = 0;
        Stack<(FixValue? Value, int Depth)> open = new([(whole, 0)]);
        while (size <= Largest && open.TryPop(out (FixValue? Value, int Depth) next))
        {
            switch (next.Value)
            {
                case FixValue.Text { Value: { } text }:
                    size += 1 + text.Length;
                    break;
                case FixValue.List { Items: { IsDefault: false } items } when next.Depth < Deepest:
                    size += 1 + items.Length;
                    Push(open, items.Take(Largest), next.Depth);
                    break;
                case FixValue.Map { Fields: { IsDefault: false } fields } when next.Depth < Deepest:
                    size += 1 + fields.Sum(field => field.Key is null ? Largest : 1L + field.Key.Length);
                    Push(open, fields.Take(Largest).Select(field => field.Value), next.Depth);
                    break;
                default:
                    return long.MaxValue / 2;
            }
        }

        return size;
    }

    private static void Push(Stack<(FixValue? Value, int Depth)> open, IEnumerable<FixValue?> values, int depth)
    {
        foreach (FixValue? value in values)
        {
            open.Push((value, depth + 1));
        }
    }
}
