using System.Collections;

namespace PolicyGate.Metering;

/// <summary>
/// Stands between the library and sequences. The library runs through sequences by itself, without end if they have none;
/// so all but the collections that hold their elements are wrapped in one that pays for every element.
/// </summary>
public static class Watch
{
    /// <summary>
    /// Lets the library see the sequence as it is, where that costs nothing: it looks at the count or at one end.
    /// </summary>
    public static IEnumerable<T>? Peeked<T>(IEnumerable<T>? sequence) =>
        sequence is Watched<T> { IsDirect: true } direct ? direct.Inner : Lazy(sequence);

    /// <summary>For a call that looks at the far end, which is only near where elements have a place.</summary>
    public static IEnumerable<T>? Reached<T>(IEnumerable<T>? sequence)
    {
        IEnumerable<T>? peeked = Peeked(sequence);
        if (peeked is not (null or IList<T> or IWatched) && Materialised.Is(peeked))
        {
            Account.ChargeFuel(Materialised.Count(peeked) >> 3);
        }

        return peeked;
    }

    /// <summary>For a call that takes elements later, when its result is enumerated.</summary>
    public static IEnumerable<T>? Lazy<T>(IEnumerable<T>? sequence) => sequence switch
    {
        null or IWatched => sequence,
        _ when Materialised.Is(sequence) => sequence,
        _ => new Watched<T>(sequence, new(Chain: 1)),
    };

    /// <summary>For a call that keeps elements, after any other arrangement for it.</summary>
    public static IEnumerable<T>? Buffered<T>(IEnumerable<T>? sequence) => sequence switch
    {
        Watched<T> watched => watched.Buffered(),
        IWatched => new Watched<T>(sequence, new(Chain: 1, Buffers: true)),
        _ => sequence,
    };

    /// <summary>For a call that goes through the whole sequence.</summary>
    public static IEnumerable<T>? Read<T>(IEnumerable<T>? sequence)
    {
        IEnumerable<T>? watched = Lazy(sequence);
        if (watched is not (null or IWatched))
        {
            Sizes.Whole(watched);
        }

        return watched;
    }

    /// <summary>For a call that sorts by the elements' own order.</summary>
    public static IEnumerable<T>? Sorted<T>(IEnumerable<T>? sequence)
    {
        IEnumerable<T>? watched = Read(sequence);
        if (watched is not (null or IWatched))
        {
            Account.ChargeFuel(Sizes.Sorting(Materialised.Count(watched)));
        }

        return watched;
    }

    /// <summary>For a call that copies the whole sequence.</summary>
    public static IEnumerable<T>? Copied<T>(IEnumerable<T>? sequence)
    {
        IEnumerable<T>? watched = Read(sequence);
        if (watched is not (null or IWatched))
        {
            Sizes.CopyOf(watched);
        }

        return watched;
    }

    /// <summary>For a call that strings elements together, with a separator of some length between them.</summary>
    internal static IEnumerable<T>? Joined<T>(IEnumerable<T>? sequence, int separator)
    {
        if (sequence is null)
        {
            return null;
        }

        if (!Materialised.Is(sequence))
        {
            return new Watched<T>(sequence, new(Chain: 1, Separator: separator));
        }

        foreach (T value in sequence)
        {
            Joins.Part(value, separator);
        }

        return sequence;
    }

    /// <summary>A sequence whose element type is not told.</summary>
    public static IEnumerable? Untyped(IEnumerable? sequence) => sequence switch
    {
        null or IWatched => sequence,
        _ when Materialised.Is(sequence) => sequence,
        _ => new WatchedObjects(sequence),
    };

    /// <summary>A sequence that the library has given back.</summary>
    /// <param name="result">The result.</param>
    /// <param name="first">A sequence that it was made from; null when none was.</param>
    /// <param name="second">Another one.</param>
    /// <param name="manner">Bits of <see cref="Manner"/>.</param>
    public static IEnumerable<T>? Result<T>(IEnumerable<T>? result, object? first, object? second, int manner) => result switch
    {
        null or IWatched => result,
        _ when Materialised.Is(result) => result,
        IOrderedEnumerable<T> ordered => new WatchedOrder<T>(ordered, Origin.Of(first, second, (Manner)manner)),
        _ => new Watched<T>(result, Origin.Of(first, second, (Manner)manner)),
    };

    /// <inheritdoc cref="Result{T}(IEnumerable{T}, object, object, int)"/>
    public static IOrderedEnumerable<T>? Ordered<T>(IOrderedEnumerable<T>? result, object? first, object? second, int manner) =>
        (IOrderedEnumerable<T>?)Result(result, first, second, manner);
}

/// <summary>How a call that gives a sequence goes through those it was made from.</summary>
[Flags]
public enum Manner
{
    /// <summary>It may go through them without handing anything out.</summary>
    None = 0,

    /// <summary>For each element that it takes it calls a function of the policy, which pays.</summary>
    Calls = 1,

    /// <summary>It leaps over elements, at no cost where they can be counted.</summary>
    Leaps = 2,

    Sorts = 4,

    /// <summary>It hands out elements one by one as the policy's function says.</summary>
    Direct = 8,
}
