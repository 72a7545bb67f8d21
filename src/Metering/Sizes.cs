using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;

namespace PolicyGate.Metering;

/// <summary>What library calls cost by the size of what they are given and give back.</summary>
public static class Sizes
{
    /// <summary>Characters, or bytes of plain arrays, that the library goes through in one step.</summary>
    private const int CharactersShift = 4;

    /// <summary>Elements of collections in one step: each may be compared or hashed.</summary>
    private const int ElementsShift = 2;

    /// <summary>Header and length of a string.</summary>
    internal const int TextHeader = 22;

    /// <summary>What a collection keeps beside each element: hash, links, spare room.</summary>
    internal const int Slot = 16;

    public static void Text(string? text) => Account.ChargeFuel((text?.Length ?? 0) >> CharactersShift);

    /// <summary>A text that is copied into what the call makes.</summary>
    public static void CopiedText(string? text)
    {
        Account.ChargeBytes((text?.Length ?? 0) * 2L);
        Text(text);
    }

    /// <inheritdoc cref="CopiedText"/>
    public static void CopiedAny(object? value)
    {
        Account.ChargeBytes(2L * value switch
        {
            string text => text.Length,
            StringBuilder builder => builder.Length,
            _ => 0,
        });
        Any(value);
    }

    /// <inheritdoc cref="CopiedText"/>
    public static void CopiedSpan<T>(ReadOnlySpan<T> span) => Copied<T>(span.Length);

    /// <inheritdoc cref="CopiedText"/>
    public static void CopiedImmutable<T>(ImmutableArray<T> array) => Copied<T>(array.IsDefault ? 0 : array.Length);

    /// <inheritdoc cref="CopiedText"/>
    public static void CopiedArray<T>(T[]? array) => Copied<T>(array?.Length ?? 0);

    /// <summary>A text that falls into parts, each an object of its own; not every character makes one.</summary>
    public static void Split(string? text)
    {
        Account.ChargeBytes((text?.Length ?? 0) * 8L);
        Text(text);
    }

    /// <inheritdoc cref="CopiedText"/>
    public static void CopiedValue<T>(T value)
    {
        if (typeof(T) == typeof(string))
        {
            CopiedText((string?)(object?)value);
        }
        else if (Long<T>.IsPossible)
        {
            CopiedAny(value);
        }
    }

    /// <summary>An element, key or whatever else has a type of the policy's choice.</summary>
    public static void Value<T>(T value)
    {
        if (typeof(T) == typeof(string))
        {
            Text((string?)(object?)value);
        }
        else if (Long<T>.IsPossible)
        {
            Any(value);
        }
    }

    /// <summary>An argument of type object: it is printed, compared or hashed.</summary>
    public static void Any(object? value)
    {
        switch (value)
        {
            case null:
                break;
            case string text:
                Text(text);
                break;
            case StringBuilder builder:
                Account.ChargeFuel(builder.Length >> CharactersShift);
                break;
            default:
                Walk.Through(value);
                break;
        }
    }

    public static void Span<T>(ReadOnlySpan<T> span) => Items(span);

    public static void WritableSpan<T>(Span<T> span) => Items((ReadOnlySpan<T>)span);

    public static void Memory<T>(ReadOnlyMemory<T> memory) => Items(memory.Span);

    public static void WritableMemory<T>(Memory<T> memory) => Items((ReadOnlySpan<T>)memory.Span);

    public static void Immutable<T>(ImmutableArray<T> array) => Items(array.AsSpan());

    public static void Array<T>(T[]? array) => Items<T>(typeof(T).IsValueType || array?.GetType() == typeof(T[]) ? array : []);

    /// <summary>A collection whose element type the call's signature tells.</summary>
    public static void Elements<T>(IEnumerable<T>? collection)
    {
        if (collection is not null && Materialised.Is(collection))
        {
            Whole(collection);
        }
    }

    /// <summary>Any other collection.</summary>
    public static void Collection(object? collection)
    {
        if (collection is StringBuilder builder)
        {
            Account.ChargeFuel(builder.Length >> CharactersShift);
        }
        else if (collection is not null && Materialised.Is(collection))
        {
            Account.ChargeFuel(Materialised.Count(collection) >> ElementsShift);
        }
    }

    /// <summary>A receiver that is about to be sorted.</summary>
    public static void Sorted<T>(IEnumerable<T>? collection)
    {
        if (collection is not null && Materialised.Is(collection))
        {
            long count = Materialised.Count(collection);
            Account.ChargeFuel(Sorting(count));
            Whole(collection);
        }
    }

    /// <inheritdoc cref="Sorted"/>
    public static void SortedSpan<T>(Span<T> span)
    {
        Account.ChargeFuel(Sorting(span.Length));
        WritableSpan(span);
    }

    /// <inheritdoc cref="Sorted"/>
    public static void SortedImmutable<T>(ImmutableArray<T> array)
    {
        Account.ChargeFuel(array.IsDefault ? 0 : Sorting(array.Length));
        Immutable(array);
    }

    /// <summary>
    /// A collection of which the library believes what it says of itself. One of the policy's own could lie.
    /// </summary>
    public static void Trusted(object? collection)
    {
        if (collection is null)
        {
            return;
        }

        if (!Materialised.Is(collection))
        {
            Account.Spend(Limit.Unpriced);
        }

        Account.ChargeFuel(Materialised.Count(collection) >> ElementsShift);
    }

    /// <summary>A collection or text builder that is copied whole.</summary>
    public static void CopiedCollection(object? collection)
    {
        if (collection is StringBuilder)
        {
            CopiedAny(collection);
        }
        else
        {
            CopiedTrusted(collection);
        }
    }

    /// <inheritdoc cref="Trusted"/>
    public static void CopiedTrusted(object? collection)
    {
        Trusted(collection);
        Account.ChargeBytes(collection is null ? 0 : (long)Materialised.Count(collection) * Slot * 2);
    }

    /// <summary>So many elements are made room for.</summary>
    public static void Count(int count, int bytesEach)
    {
        long bytes = Math.Max(count, 0L) * bytesEach;
        Account.ChargeBytes(bytes);
        Account.ChargeFuel(bytes >> 6);
    }

    public static void ResultText(string? text)
    {
        int length = text?.Length ?? 0;
        Account.ChargeBytes((length * 2L) + TextHeader);
        Account.ChargeFuel(length >> CharactersShift);
    }

    public static void ResultArray<T>(T[]? array) => Copied<T>(array?.Length ?? 0);

    public static void ResultImmutable<T>(ImmutableArray<T> array) => Copied<T>(array.IsDefault ? 0 : array.Length);

    /// <summary>A collection that the call has made.</summary>
    public static void ResultCollection(object? collection)
    {
        if (collection is not null && Materialised.Is(collection))
        {
            long count = Materialised.Count(collection);
            Account.ChargeBytes((count + 2) * Slot * 2);
            Account.ChargeFuel(count >> ElementsShift);
        }
    }

    /// <summary>An object of the library of a constant size.</summary>
    public static void ResultObject(object? made) => Account.ChargeBytes(made is null ? 0 : Slot * 4);

    internal static long Sorting(long count) => (count * (BitOperations.Log2((ulong)count | 1) + 1)) >> ElementsShift;

    /// <summary>What going once through a materialised collection costs.</summary>
    internal static void Whole<T>(IEnumerable<T> collection)
    {
        switch (collection)
        {
            case T[] array:
                Array(array);
                break;
            case string text:
                Text(text);
                break;
            case List<T> list when Long<T>.IsPossible:
                Items(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list));
                break;
            case var others when Long<T>.IsPossible:
                Each(others);
                break;
            default:
                Account.ChargeFuel(Materialised.Count(collection) >> ElementsShift);
                break;
        }
    }

    /// <summary>Bytes for copying a materialised collection.</summary>
    internal static void CopyOf<T>(IEnumerable<T> collection) =>
        Account.ChargeBytes((long)Materialised.Count(collection) * (Unsafe.SizeOf<T>() + Slot));

    private static void Copied<T>(int count)
    {
        long bytes = TextHeader + ((long)count * Unsafe.SizeOf<T>());
        Account.ChargeBytes(bytes);
        Account.ChargeFuel(bytes >> 6);
    }

    private static void Each<T>(IEnumerable<T> values)
    {
        foreach (T value in values)
        {
            Account.ChargeFuel(1);
            Value(value);
        }
    }

    private static void Items<T>(ReadOnlySpan<T> items)
    {
        bool isPlain = !RuntimeHelpers.IsReferenceOrContainsReferences<T>();
        Account.ChargeFuel(isPlain ? ((long)items.Length * Unsafe.SizeOf<T>()) >> 5 : items.Length >> ElementsShift);
        if (!isPlain && Long<T>.IsPossible)
        {
            foreach (ref readonly T item in items)
            {
                Value(item);
            }
        }
    }

    private static class Long<T>
    {
        public static readonly bool IsPossible = Walk.MayBeLong(typeof(T));
    }
}
