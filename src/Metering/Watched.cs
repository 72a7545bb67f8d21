using System.Collections;
using System.Runtime.CompilerServices;

namespace PolicyGate.Metering;

/// <summary>A sequence that pays for its elements.</summary>
internal interface IWatched
{
    Origin Origin { get; }
}

/// <summary>Where a watched sequence comes from.</summary>
/// <param name="Chain">How many lazy sequences stand on top of each other.</param>
/// <param name="IsDirect">
/// The library may see what is within: it calls the policy for each element, or leaps over it at no cost. It looks at the
/// types of its own sequences, and would otherwise call the policy more often than it does without budgets.
/// </param>
/// <param name="Sorts">It sorts all elements before it hands out one.</param>
/// <param name="Separator">When its elements are strung together: the length of what comes between them.</param>
/// <param name="Buffers">Its elements are kept while it is gone through.</param>
/// <param name="First">A materialised collection that is gone through anew by each enumeration.</param>
/// <param name="Second">Another one.</param>
internal sealed record Origin(
    int Chain, bool IsDirect = false, bool Sorts = false, int? Separator = null, bool Buffers = false, object? First = null, object? Second = null)
{
    private const int LongestChain = 300;

    public static Origin Of(object? first, object? second, Manner manner)
    {
        int chain = 1 + Math.Max(ChainOf(first), ChainOf(second));
        if (chain > LongestChain)
        {
            Account.Spend(Limit.Nesting);
        }

        bool sorts = manner.HasFlag(Manner.Sorts);
        bool isHeld = sorts || !manner.HasFlag(Manner.Calls);
        return new(chain, IsTransparent(first, manner), sorts)
        {
            First = isHeld ? Held(first) : null,
            Second = isHeld ? Held(second) : null,
        };
    }

    /// <summary>What every enumeration costs, before it has handed out anything.</summary>
    public void Begin()
    {
        Begin(First);
        Begin(Second);
    }

    private void Begin(object? held)
    {
        if (held is not null)
        {
            long count = Materialised.Count(held);
            Account.ChargeFuel(1 + (Sorts ? Sizes.Sorting(count) : count >> 1));
        }
    }

    private static bool IsTransparent(object? source, Manner manner) => source switch
    {
        null => false,
        IWatched watched => watched.Origin.IsDirect && (manner & (Manner.Direct | Manner.Leaps)) != 0,
        _ when manner.HasFlag(Manner.Direct) => Materialised.Is(source),
        _ => manner.HasFlag(Manner.Leaps) && source is IList && Materialised.Is(source),
    };

    private static int ChainOf(object? source) => source is IWatched watched ? watched.Origin.Chain : 0;

    private static object? Held(object? source) => source is not null && Materialised.Is(source) ? source : null;
}

/// <inheritdoc cref="IWatched"/>
internal class Watched<T>(IEnumerable<T> inner, Origin origin) : IEnumerable<T>, IWatched
{
    public Origin Origin => origin;

    public bool IsDirect => origin.IsDirect;

    public IEnumerable<T> Inner => inner;

    /// <summary>The same for someone who keeps the elements.</summary>
    public Watched<T> Buffered() => new(inner, origin with { Buffers = true });

    public IEnumerator<T> GetEnumerator()
    {
        origin.Begin();
        return new Enumerator(inner.GetEnumerator(), origin);
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private sealed class Enumerator(IEnumerator<T> inner, Origin origin) : IEnumerator<T>
    {
        private static readonly int Bytes = Unsafe.SizeOf<T>() + Sizes.Slot;

        private readonly int fuel = origin.Sorts ? 8 : 2;

        public T Current { get; private set; } = default!;

        object? IEnumerator.Current => Current;

        public bool MoveNext()
        {
            Toll.Turn(fuel);
            Toll.CheckStack();
            if (!inner.MoveNext())
            {
                Current = default!;
                return false;
            }

            Current = inner.Current;
            if (origin.Buffers)
            {
                Toll.Allocate(Bytes);
            }

            Sizes.Value(Current);
            if (origin.Separator is { } separator)
            {
                Joins.Part(Current, separator);
            }

            return true;
        }

        public void Reset() => inner.Reset();

        public void Dispose() => inner.Dispose();
    }
}

/// <summary>The result of a sort, which further sorts refine.</summary>
internal sealed class WatchedOrder<T>(IOrderedEnumerable<T> inner, Origin origin)
    : Watched<T>(inner, origin), IOrderedEnumerable<T>
{
    public IOrderedEnumerable<T> CreateOrderedEnumerable<TKey>(
        Func<T, TKey> keySelector, IComparer<TKey>? comparer, bool descending) =>
        inner.CreateOrderedEnumerable(keySelector, comparer, descending);
}

/// <summary>A sequence whose element type is not told.</summary>
internal sealed class WatchedObjects(IEnumerable inner) : IEnumerable, IWatched
{
    public Origin Origin { get; } = new(Chain: 1);

    public IEnumerator GetEnumerator()
    {
        foreach (object? value in inner)
        {
            Toll.Turn(2);
            Toll.Allocate(Sizes.Slot);
            Sizes.Any(value);
            yield return value;
        }
    }
}
