using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace PolicyGate.Metering;

/// <summary>Library calls that move, clear or count elements without looking at them.</summary>
public static class Moves
{
    /// <summary>Bytes that are moved in one step.</summary>
    private const int BytesShift = 7;

    /// <summary>Elements, of whatever size, in one step.</summary>
    private const int ElementsShift = 4;

    public static void Span<T>(ReadOnlySpan<T> span) => Moved<T>(span.Length);

    public static void WritableSpan<T>(Span<T> span) => Moved<T>(span.Length);

    public static void Array<T>(T[]? array) => Moved<T>(array?.Length ?? 0);

    public static void Immutable<T>(ImmutableArray<T> array) => Moved<T>(array.IsDefault ? 0 : array.Length);

    /// <summary>Any other collection.</summary>
    public static void Collection(object? collection)
    {
        if (collection is not null && Materialised.Is(collection))
        {
            Account.ChargeFuel(Materialised.Count(collection) >> ElementsShift);
        }
    }

    private static void Moved<T>(long count) => Account.ChargeFuel((count * Unsafe.SizeOf<T>()) >> BytesShift);
}
