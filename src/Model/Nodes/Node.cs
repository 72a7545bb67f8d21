
namespace PolicyGate.Model.Nodes;

/// <summary>
/// A place in a document, existing or not. Looking further never throws and never gives null: a missing node knows its
/// path, and its location is that of the nearest place that exists. A null in YAML counts as missing, as it does for
/// the API server.
/// </summary>
public sealed class Node
{
    /// <summary>How many missing fields are kept; a policy may ask for any number.</summary>
    private const int MostAbsent = 16;

    private readonly Document document;
    private readonly Node? parent;
    private readonly string? key;
    private readonly int index;
    private readonly Value? value;
    private Node?[]? children;
    private Node[] absent = [];

    private Node(Document document, Node? parent, string? key, int index, Value? value)
    {
        this.document = document;
        this.parent = parent;
        this.key = key;
        this.index = index;
        this.value = value;
    }

    /// <summary>The document that it is a place of.</summary>
    public Document Document => document;

    internal static Node Of(Document document) => new(document, null, null, 0, document.Value);

    /// <summary>The place at a path below this one; the syntax is that of <see cref="PathSyntax"/>.</summary>
    public Node this[string path]
    {
        get
        {
            Node place = this;
            ReadOnlySpan<char> rest = path;
            while (!rest.IsEmpty)
            {
                PathStep next = PathSyntax.Next(path, ref rest);
                place = next.Index < 0 ? place.Field(next.Name) : place[next.Index];
            }

            return place;
        }
    }

    /// <summary>The item of a list.</summary>
    public Node this[int index] => value is Sequence && (uint)index < (uint)Count
        ? ChildAt(index)
        : new(document, this, null, index, null);

    /// <summary>The field of that very name, dots and all.</summary>
    public Node Field(ReadOnlySpan<char> name) => value is Mapping mapping && mapping.IndexOf(name) is >= 0 and int index
        ? ChildAt(index)
        : Absent(name);

    /// <summary>Not there, or null.</summary>
    public bool IsMissing => value is null || (value is Scalar scalar && ScalarMeaning.KindOf(scalar) == ScalarKind.Null);

    public bool Exists => !IsMissing;

    public bool IsScalar => value is Scalar && Exists;

    public bool IsMapping => value is Mapping;

    public bool IsSequence => value is Sequence;

    /// <summary>A scalar that Kubernetes reads as a string.</summary>
    public bool IsString => value is Scalar scalar && ScalarMeaning.KindOf(scalar) == ScalarKind.String;

    /// <summary>A scalar's text as written; empty for anything else.</summary>
    public string Text => value is Scalar scalar && Exists ? scalar.Text : "";

    /// <summary>The boolean here, or null when there is none; <c>"true"</c> in quotes is a string, not a boolean.</summary>
    public bool? Boolean =>
        value is Scalar scalar && ScalarMeaning.KindOf(scalar) == ScalarKind.Boolean
            ? ScalarMeaning.BooleanOf(scalar.Text)
            : null;

    public bool IsTrue => Boolean == true;

    public bool IsFalse => Boolean == false;

    /// <summary>The whole number here, or null when there is none.</summary>
    public long? Integer =>
        value is Scalar scalar && ScalarMeaning.KindOf(scalar) == ScalarKind.Integer
            ? ScalarMeaning.IntegerOf(scalar.Text)
            : null;

    /// <summary>The items of a list; none for anything else.</summary>
    public IEnumerable<Node> Items
    {
        get
        {
            for (int index = 0; value is Sequence && index < Count; index++)
            {
                yield return ChildAt(index);
            }
        }
    }

    /// <summary>The fields of a mapping; none for anything else.</summary>
    public IEnumerable<Node> Fields
    {
        get
        {
            for (int index = 0; value is Mapping && index < Count; index++)
            {
                yield return ChildAt(index);
            }
        }
    }

    /// <summary>How many items or fields there are.</summary>
    public int Count => CountOf(value);

    /// <summary>The texts of a list's scalars.</summary>
    public IEnumerable<string> Texts => Items.Where(item => item.IsScalar).Select(item => item.Text);

    /// <summary>This place and all below it, in the order of the file.</summary>
    public IEnumerable<Node> Descendants
    {
        get
        {
            Stack<Node> open = new([this]);
            while (open.TryPop(out Node? place))
            {
                yield return place;
                for (int child = place.Count - 1; child >= 0; child--)
                {
                    open.Push(place.ChildAt(child));
                }
            }
        }
    }

    /// <summary>
    /// The scalars at this place and below that may matter by their name and their text, in the order of the file. Most
    /// of a manifest matters to no question, and what does not is passed over quickly.
    /// </summary>
    internal IEnumerable<Node> ScalarsThat(Func<string, string, bool> mayMatter)
    {
        List<Node> found = [];
        Gather(value, Name, [], mayMatter, found);
        return found.Where(place => place.IsScalar);
    }

    /// <param name="reached">What stands at the end of the way.</param>
    /// <param name="name">The field's name there.</param>
    /// <param name="way">The indexes of the children that lead there: a place is made of what is found only.</param>
    /// <param name="mayMatter">Asked by name and text.</param>
    /// <param name="found">So far.</param>
    private void Gather(Value? reached, string name, List<int> way, Func<string, string, bool> mayMatter, List<Node> found)
    {
        if (reached is Scalar scalar && mayMatter(name, scalar.Text))
        {
            found.Add(way.Aggregate(this, (place, child) => place.ChildAt(child)));
        }

        for (int child = 0; child < CountOf(reached); child++)
        {
            way.Add(child);
            if (reached is Mapping mapping)
            {
                Gather(mapping.Entries[child].Value, mapping.Entries[child].Key.Text, way, mayMatter, found);
            }
            else if (reached is Sequence sequence)
            {
                Gather(sequence.Items[child], "", way, mayMatter, found);
            }

            way.RemoveAt(way.Count - 1);
        }
    }

    /// <summary>The field's name, or empty for the items of a list and for the root.</summary>
    public string Name => parent is null ? "" : key ?? "";

    /// <summary>The place that this one was reached from; the root's is the root.</summary>
    public Node Parent => parent ?? this;

    /// <summary>The way here from the document's root, whether the place exists or not.</summary>
    public Route Route => new(document.File, document.Index, [.. Ancestry().Select(place => place.Step)]);

    /// <summary>The path from the document's root, such as <c>spec.template.spec.containers[0].image</c>.</summary>
    public string Path => field ??= parent is null ? "" : PathSyntax.Below(parent.Path, Step);

    /// <summary>The same in every run, unlike the runtime's own; nodes are told apart by identity all the same.</summary>
    public override int GetHashCode() =>
        unchecked((((document.File.GetHashCode(StringComparison.Ordinal) * 31) + document.Index) * 31) + (value?.GetHashCode() ?? key?.Length ?? index));

    /// <summary>The same place of the same document, reached the same way.</summary>
    internal bool IsSamePlaceAs(Node other) => ReferenceEquals(this, other) || (key == other.key && index == other.index && (parent, other.parent) switch
    {
        ({ } own, { } others) => own.IsSamePlaceAs(others),
        (null, null) => document.File == other.document.File && document.Index == other.document.Index,
        _ => false,
    });

    /// <summary>
    /// The path with list items named rather than numbered where they have a name, so that it stays the same when an
    /// item is put before them: <c>spec.containers[name=odoo].image</c>.
    /// </summary>
    public string StablePath => field ??= parent is null ? "" : $"{parent.StablePath}{StableStep}/";

    private string StableStep => key is null && Field("name").Text is { Length: > 0 } name ? $"[name={name}]" : PathSyntax.Write([Step]);

    /// <summary>Where this is written, or where its nearest existing ancestor is; no line in what is no file.</summary>
    public Location Location
    {
        get
        {
            Node place = this;
            while (place.value is null && place.parent is not null)
            {
                place = place.parent;
            }

            return new(document.File, place.Path, document.File.Length == 0 ? Span.Start : place.SpanWithKey());
        }
    }

    /// <summary>What stands here, without its key; null when nothing does.</summary>
    public Value? Value => value;

    /// <summary>The text of a scalar; of anything else what it is, in the style of JSON.</summary>
    public override string ToString() => value switch
    {
        Scalar scalar => scalar.Text,
        Sequence => $"[{string.Join(", ", Items)}]",
        Mapping => $"{{{string.Join(", ", Fields.Select(field => $"{field.Name}: {field}"))}}}",
        _ => "",
    };

    /// <summary>A field that is not there, kept as well: what one policy misses the next one asks for too.</summary>
    private Node Absent(ReadOnlySpan<char> name)
    {
        Node[] known = absent;
        foreach (Node place in known)
        {
            if (name.SequenceEqual(place.key))
            {
                return place;
            }
        }

        Node asked = new(document, this, name.ToString(), Step.OfField, null);
        absent = known.Length < MostAbsent ? [.. known, asked] : known;
        return asked;
    }

    private static int CountOf(Value? value) => value switch
    {
        Sequence sequence => sequence.Items.Length,
        Mapping mapping => mapping.Entries.Length,
        _ => 0,
    };

    /// <summary>The field or item at an index below <see cref="Count"/>, kept: many policies look at the same places.</summary>
    private Node ChildAt(int index) => (children ??= new Node?[Count])[index] ??= value switch
    {
        Mapping mapping => new(document, this, mapping.Entries[index].Key.Text, Step.OfField, mapping.Entries[index].Value),
        Sequence sequence => new(document, this, null, index, sequence.Items[index]),
        _ => throw new ArgumentOutOfRangeException(nameof(index)),
    };

    private Span SpanWithKey()
    {
        if (value is null)
        {
            return document.Value.Span;
        }

        return parent?.value is Mapping mapping && key is not null
            ? mapping.Entries[mapping.IndexOf(key)].Span
            : value.Span;
    }

    /// <summary>From below the root to here.</summary>
    private Step Step => new(key, index);

    private Stack<Node> Ancestry()
    {
        Stack<Node> places = [];
        for (Node place = this; place.parent is not null; place = place.parent)
        {
            places.Push(place);
        }

        return places;
    }
}
