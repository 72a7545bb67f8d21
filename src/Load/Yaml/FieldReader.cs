using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// Gathers the fields of mappings, one inside the other: each key once, merge keys resolved. Where a key is said twice
/// the later value is kept, as Kubernetes' YAML library does, and a merge key takes effect where it stands:
/// https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/decode.go (decoder.mapping).
/// </summary>
internal sealed class FieldReader(LoadLimits limits, ProblemList problems)
{
    private const string MergeKey = "<<";

    // Up to this many fields a scan is quicker than a dictionary.
    private const int FewFields = 16;

    // A plain array: a list of a type of ours is not compiled ahead of time.
    private Entry[] open = new Entry[64];
    private int count;

    public Scope Open() => new(count);

    public ImmutableArray<Entry> Close(in Scope scope)
    {
        Entry[] entries = new Entry[count - scope.First];
        Array.Copy(open, scope.First, entries, 0, entries.Length);
        count = scope.First;
        return ImmutableCollectionsMarshal.AsImmutableArray(entries);
    }

    public void Add(ref Scope scope, Scalar key, Value value)
    {
        if (key is { Text: MergeKey, Style: ScalarStyle.Plain, Tag: null or "tag:yaml.org,2002:merge" })
        {
            Merge(ref scope, key, value);
            return;
        }

        int known = Find(ref scope, key.Text);
        if (known < 0)
        {
            Append(ref scope, new(key, value));
            return;
        }

        // What a merge key brought may be overridden; what the mapping says itself may not be said again.
        if (!scope.IsMerged(key.Text))
        {
            problems.Add(DuplicateKeyProblem.Of(key, first: open[known].Key));
        }

        scope.Merged?.Remove(key.Text);
        open[known] = new(key, value);
    }

    private void Merge(ref Scope scope, Scalar mergeKey, Value value)
    {
        switch (value)
        {
            case Mapping mapping:
                MergeMapping(ref scope, mergeKey, mapping);
                break;
            case Sequence sequence when sequence.Items.All(item => item is Mapping):
                // Earlier mappings take precedence, so they are merged last.
                foreach (Value mapping in sequence.Items.Reverse())
                {
                    MergeMapping(ref scope, mergeKey, (Mapping)mapping);
                }

                break;
            default:
                problems.Add(UnusableKey.Merge(value.Span));
                break;
        }
    }

    private void MergeMapping(ref Scope scope, Scalar mergeKey, Mapping mapping)
    {
        HashSet<string> merged = scope.Merged ??= new(StringComparer.Ordinal);
        foreach (Entry entry in mapping.Entries)
        {
            int known = Find(ref scope, entry.Key.Text);
            if (known < 0)
            {
                Append(ref scope, entry);
                merged.Add(entry.Key.Text);
                continue;
            }

            if (merged.Add(entry.Key.Text))
            {
                problems.Add(DuplicateKeyProblem.MergedOver(mergeKey, open[known].Key));
            }

            open[known] = entry;
        }
    }

    private void Append(ref Scope scope, Entry entry)
    {
        if (count - scope.First >= limits.Fields)
        {
            string limit = limits.Fields.ToString(CultureInfo.InvariantCulture);
            throw new StoppedReadingException(
                LimitProblem.At(entry.Key.Span, $"A mapping has more than {limit} fields."));
        }

        scope.Positions?.Add(entry.Key.Text, count);
        if (count == open.Length)
        {
            Entry[] larger = new Entry[count * 2];
            Array.Copy(open, larger, count);
            open = larger;
        }

        open[count++] = entry;
    }

    private int Find(ref Scope scope, string key)
    {
        if (count - scope.First > FewFields)
        {
            scope.Positions ??= PositionsFrom(scope.First);
            return scope.Positions.TryGetValue(key, out int position) ? position : -1;
        }

        for (int index = scope.First; index < count; index++)
        {
            if (open[index].Key.Text == key)
            {
                return index;
            }
        }

        return -1;
    }

    private Dictionary<string, int> PositionsFrom(int first)
    {
        Dictionary<string, int> positions = new((count - first) * 2, StringComparer.Ordinal);
        for (int index = first; index < count; index++)
        {
            positions.Add(open[index].Key.Text, index);
        }

        return positions;
    }

    /// <summary>One mapping that is being read.</summary>
    internal struct Scope(int first)
    {
        public int First { get; } = first;

        /// <summary>Where each key is, once there are many.</summary>
        public Dictionary<string, int>? Positions { get; set; }

        /// <summary>The keys that only a merge key brought so far.</summary>
        public HashSet<string>? Merged { get; set; }

        public readonly bool IsMerged(string key) => Merged is not null && Merged.Contains(key);
    }
}
