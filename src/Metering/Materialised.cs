using System.Collections;
using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Collections.ObjectModel;
using System.Reflection;
using System.Text.RegularExpressions;

namespace PolicyGate.Metering;

/// <summary>
/// Collections of the framework that hold their elements and say truly how many. They were paid for when they were made;
/// everything else that can be enumerated is watched while it is.
/// </summary>
internal static class Materialised
{
    private static readonly HashSet<Type> Definitions =
    [
        typeof(List<>), typeof(HashSet<>), typeof(SortedSet<>), typeof(Queue<>), typeof(Stack<>), typeof(LinkedList<>),
        typeof(Dictionary<,>), typeof(Dictionary<,>.KeyCollection), typeof(Dictionary<,>.ValueCollection),
        typeof(SortedDictionary<,>), typeof(SortedDictionary<,>.KeyCollection), typeof(SortedDictionary<,>.ValueCollection),
        typeof(SortedList<,>), typeof(PriorityQueue<,>), typeof(PriorityQueue<,>.UnorderedItemsCollection),
        typeof(ImmutableArray<>), typeof(ImmutableArray<>.Builder), typeof(ImmutableList<>), typeof(ImmutableList<>.Builder),
        typeof(ImmutableHashSet<>), typeof(ImmutableHashSet<>.Builder),
        typeof(ImmutableSortedSet<>), typeof(ImmutableSortedSet<>.Builder),
        typeof(ImmutableDictionary<,>), typeof(ImmutableDictionary<,>.Builder),
        typeof(ImmutableSortedDictionary<,>), typeof(ImmutableSortedDictionary<,>.Builder),
        typeof(FrozenSet<>), typeof(FrozenDictionary<,>), typeof(ArraySegment<>),
        typeof(ReadOnlyCollection<>), typeof(ReadOnlyDictionary<,>), typeof(ReadOnlySet<>),
        typeof(ReadOnlyDictionary<,>.KeyCollection), typeof(ReadOnlyDictionary<,>.ValueCollection),
        typeof(MatchCollection), typeof(GroupCollection), typeof(CaptureCollection),
    ];

    private static readonly ConcurrentDictionary<Type, bool> Known = new();

    /// <summary>Of the few that tell their count only to those who know the type of their elements.</summary>
    private static readonly ConcurrentDictionary<Type, PropertyInfo?> Counts = new();

    public static bool Is(object sequence) =>
        sequence is Array or string || Known.GetOrAdd(sequence.GetType(), IsMaterialised);

    /// <summary>How many elements a materialised collection holds.</summary>
    public static int Count(object collection) => collection switch
    {
        string text => text.Length,
        ICollection counted => counted.Count,
        _ => (int)(Counts.GetOrAdd(collection.GetType(), type => type.GetProperty("Count"))?.GetValue(collection) ?? 0),
    };

    /// <inheritdoc cref="Count"/>
    public static int Count<T>(IEnumerable<T> collection) => collection switch
    {
        ICollection<T> counted => counted.Count,
        IReadOnlyCollection<T> counted => counted.Count,
        _ => Count((object)collection),
    };

    private static bool IsMaterialised(Type type) =>
        IsOfTheCompiler(type) || IsGrouping(type) || Lineage(type).Any(one => Definitions.Contains(Definition(one)));

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    /// <summary>With its ancestors when it is of the framework; a class derived by a policy is its own.</summary>
    private static IEnumerable<Type> Lineage(Type type)
    {
        if (!type.FullName!.StartsWith("System.", StringComparison.Ordinal) || !IsOfTheFramework(type))
        {
            yield break;
        }

        for (Type? one = type; one is not null; one = one.BaseType)
        {
            yield return one;
        }
    }

    private static bool IsOfTheFramework(Type type) =>
        type.Assembly == typeof(object).Assembly
        || type.Assembly == typeof(SortedSet<>).Assembly
        || type.Assembly == typeof(LinkedList<>).Assembly
        || type.Assembly == typeof(ImmutableArray<>).Assembly
        || type.Assembly == typeof(Regex).Assembly;

    /// <summary>The read-only lists that collection expressions make; no source can name them.</summary>
    private static bool IsOfTheCompiler(Type type) => type.Name.StartsWith("<>z__ReadOnly", StringComparison.Ordinal);

    /// <summary>What GroupBy and ToLookup hand out, which have no public type.</summary>
    private static bool IsGrouping(Type type) =>
        type.Assembly == typeof(Enumerable).Assembly && type.Name is "Grouping`2" or "Lookup`2" or "CollectionLookup`2";
}
