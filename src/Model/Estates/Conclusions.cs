using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PolicyGate.Model.Estates;

/// <summary>What is worked out when it is first asked for, once, and then kept; what nobody asks for costs nothing.</summary>
internal sealed class Conclusions
{
    private readonly ConcurrentDictionary<string, Lazy<object?>> known = new(StringComparer.Ordinal);

    /// <param name="work">Done by the first who asks, while others wait.</param>
    /// <param name="name">Of the property that asks.</param>
    public T Of<T>(Func<T> work, [CallerMemberName] string name = "") where T : class? =>
        (T)known.GetOrAdd(name, static (_, work) => new(work), work).Value!;

    /// <summary>The same for many, in their order.</summary>
    public ImmutableArray<T> All<T>(Func<IEnumerable<T>> work, [CallerMemberName] string name = "") where T : class =>
        ImmutableCollectionsMarshal.AsImmutableArray(Of(() => work().ToArray(), name));
}
