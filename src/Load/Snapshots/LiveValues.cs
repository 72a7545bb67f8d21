using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Snapshots;

/// <summary>
/// Makes values of JSON as they are made of manifests, so that both are looked at in the same way. What repeats in all
/// objects, such as field names, is held once.
/// </summary>
public sealed class LiveValues
{
    private const int LongestPooled = 48;
    private const int MostPooled = 100_000;
    private const int FewFields = 12;

    private static readonly Mapping NoFields = new([], isFlow: true, Span.Start);

    private readonly HashSet<string> _pool = new(StringComparer.Ordinal);
    private readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> _pooled;

    public LiveValues() => _pooled = _pool.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The value on whose first token the reader is; leaves it on the last.</summary>
    /// <exception cref="JsonException">A field is there twice, or the text is no JSON.</exception>
    public Value Read(ref Utf8JsonReader json) => json.TokenType switch
    {
        JsonTokenType.StartObject => Fields(ref json),
        JsonTokenType.StartArray => Items(ref json),
        JsonTokenType.String => Written(Text(ref json), ScalarStyle.DoubleQuoted),
        JsonTokenType.Number => Written(Encoding.UTF8.GetString(json.ValueSpan), ScalarStyle.Plain),
        JsonTokenType.True => Written("true", ScalarStyle.Plain),
        JsonTokenType.False => Written("false", ScalarStyle.Plain),
        JsonTokenType.Null => Written("null", ScalarStyle.Plain),
        _ => throw new JsonException("a value is due here"),
    };

    private Mapping Fields(ref Utf8JsonReader json)
    {
        ImmutableArray<Entry>.Builder entries = ImmutableArray.CreateBuilder<Entry>();
        HashSet<string>? names = null;
        while (json.Read() && json.TokenType != JsonTokenType.EndObject)
        {
            string name = Text(ref json);
            if (IsTaken(name, entries, ref names))
            {
                throw new JsonException("a field is there twice");
            }

            json.Read();
            entries.Add(new(Written(name, ScalarStyle.DoubleQuoted), Read(ref json)));
        }

        return entries.Count == 0 ? NoFields : new(entries.DrainToImmutable(), isFlow: true, Span.Start);
    }

    /// <summary>Most mappings are small, and looking through them is faster than a set.</summary>
    private static bool IsTaken(string name, ImmutableArray<Entry>.Builder entries, ref HashSet<string>? names)
    {
        if (entries.Count < FewFields)
        {
            return entries.Any(entry => entry.Key.Text == name);
        }

        names ??= entries.Select(entry => entry.Key.Text).ToHashSet(StringComparer.Ordinal);
        return !names.Add(name);
    }

    private Sequence Items(ref Utf8JsonReader json)
    {
        ImmutableArray<Value>.Builder items = ImmutableArray.CreateBuilder<Value>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            items.Add(Read(ref json));
        }

        return new(items.DrainToImmutable(), isFlow: true, Span.Start);
    }

    /// <summary>A text or the name of a field.</summary>
    /// <exception cref="JsonException">It is not Unicode.</exception>
    public string Text(ref Utf8JsonReader json)
    {
        try
        {
            return json.ValueSpan.Length > LongestPooled ? json.GetString()! : Pooled(ref json);
        }
        catch (InvalidOperationException)
        {
            // .NET says so of an escape that is half a character.
            throw new JsonException("a text in it is not Unicode");
        }
    }

    private string Pooled(ref Utf8JsonReader json)
    {
        Span<char> characters = stackalloc char[LongestPooled];
        ReadOnlySpan<char> text = characters[..json.CopyString(characters)];
        if (_pooled.TryGetValue(text, out string? known))
        {
            return known;
        }

        string made = text.ToString();
        if (_pool.Count < MostPooled)
        {
            _pool.Add(made);
        }

        return made;
    }

    private static Scalar Written(string text, ScalarStyle style) => new(text, style, tag: null, Span.Start);
}
