using System.Collections.Frozen;

namespace PolicyGate.Compile.Lists;

/// <summary>
/// What policies may name, by documentation comment id: <c>T:</c> a type, <c>M:</c> a method, constructor or accessor
/// (never a property as a whole, so that reading can be allowed without writing), <c>F:</c> a field or enum member.
/// All that is not on a line is refused. The words that may follow a type grant what naming it does not:
/// <c>argument</c> (as a type argument or element of an array), <c>inherit</c> (as the base of a class or record),
/// <c>implement</c> (as an interface of a policy's type), <c>attribute</c> (as an attribute), <c>immutable</c> (in a
/// static field, when its type arguments are immutable too), <c>readable</c> (in a static field that is only read).
/// Two say less: <c>lookup</c> that its enumeration follows hashes, so that it may be asked but neither walked nor
/// handed on; <c>implied</c> that only the compiler may use it, for what is written.
/// Behind a type or a method: <c>hashes</c>, it goes by hash codes of its type argument <c>TKey</c>, or else its first.
/// Behind a method: <c>asks</c>, it takes a lookup and tells nothing of its order; <c>reads</c>, it does not change
/// its receiver or the arrays it is given, and does not keep them; <c>keeps</c>, it may return the sequence it is given;
/// <c>passes</c>, it does so now and then, such as when there is nothing to add.
/// </summary>
internal static class AllowList
{
    /// <summary>One file each, beside this one.</summary>
    public static readonly string[] Files =
        [
        "attributes", "collections", "dates", "delegates", "exceptions", "identifiers", "immutable", "language", "linq",
        "numbers", "policy", "regex", "spans", "text",
    ];

    private static readonly FrozenDictionary<string, string[]> Entries = Files
        .SelectMany(DataLines.Of)
        .ToFrozenDictionary(line => line.Id, line => line.Words, StringComparer.Ordinal);

    /// <summary>Whether a policy may name this type or member.</summary>
    public static bool Holds(string id) => Entries.ContainsKey(id);

    /// <summary>The simple names of generic types and methods that have this word behind them.</summary>
    public static IEnumerable<string> NamesWith(string word) => Entries
        .Where(entry => entry.Value.Contains(word, StringComparer.Ordinal))
        .Select(entry => entry.Key.Split('`')[0].Split('.')[^1]);

    /// <summary>Whether a type is on the list with this word behind it.</summary>
    public static bool Grants(string typeId, string word) =>
        Entries.TryGetValue(typeId, out string[]? words) && words.Contains(word, StringComparer.Ordinal);
}
