using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using PolicyGate.Model.Nodes;
using Events = YamlDotNet.Core.Events;
using Scalar = PolicyGate.Model.Nodes.Scalar;
using ScalarStyle = PolicyGate.Model.Nodes.ScalarStyle;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// Makes values of a parser's events. Every method starts with the reader on the first event of what it reads and
/// leaves it on the last.
/// </summary>
internal sealed class TreeBuilder(
    EventReader events, SourceText source, LoadLimits limits, ProblemList problems)
{
    private readonly List<Value> openItems = [];
    private readonly FieldReader fields = new(limits, problems);
    private readonly AnchorTable anchors = new(source, limits);
    private readonly StringPool strings = StringPool.OfThread;
    private int nodes;
    private int depth;

    /// <summary>Whether a Go template action was read as a mapping in the last document.</summary>
    public bool HasTemplateMarkup { get; private set; }

    public Value ReadDocument()
    {
        anchors.Clear();
        HasTemplateMarkup = false;
        return ReadValue();
    }

    private Value ReadValue()
    {
        Events.ParsingEvent first = events.Current;
        if (first is Events.AnchorAlias alias)
        {
            return anchors.Resolve(alias, depth);
        }

        if (first is not Events.NodeEvent node)
        {
            throw new StoppedReadingException(
                SyntaxProblem.Refused(source.Between(first.Start, first.End), "a value is missing here"));
        }

        CountNode(first);
        return node.Anchor.IsEmpty ? ReadUnanchored(node) : ReadAnchored(node);
    }

    private Value ReadAnchored(Events.NodeEvent node)
    {
        AnchorTable.Definition definition = anchors.Open(node.Anchor.Value, depth);
        Value value = ReadUnanchored(node);
        anchors.Close(definition, value);
        return value;
    }

    private Value ReadUnanchored(Events.NodeEvent node) => node switch
    {
        Events.Scalar scalar => ReadScalar(scalar),
        Events.MappingStart mapping => ReadMapping(mapping),
        _ => ReadSequence((Events.SequenceStart)node),
    };

    private Scalar ReadScalar(Events.Scalar scalar)
    {
        Span span = source.Between(scalar.Start, scalar.End);
        if (scalar.Value.Length > limits.ScalarLength)
        {
            throw Beyond(span, $"A scalar is longer than {limits.ScalarLength} characters.");
        }

        anchors.CountText(scalar.Value.Length);
        ScalarStyle style = StyleOf(scalar.Style);
        if (style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            span = source.OfBlockScalar(scalar);
        }

        string? tag = scalar.Tag.IsEmpty ? null : scalar.Tag.Value;
        return new(strings.Pooled(scalar.Value), style, tag, span);
    }

    private Sequence ReadSequence(Events.SequenceStart start)
    {
        Descend(start);
        bool isFlow = start.Style == Events.SequenceStyle.Flow;
        RefuseTabBefore(start, isFlow);
        int first = openItems.Count;
        while (events.MoveNext() && events.Current is not Events.SequenceEnd)
        {
            openItems.Add(ReadValue());
        }

        Value[] items = CollectionsMarshal.AsSpan(openItems)[first..].ToArray();
        openItems.RemoveRange(first, items.Length);
        depth--;

        Span span = isFlow
            ? source.Through(start.Start, events.Current.Start)
            : source.UpTo(start.Start, items is [] ? source.At(start.Start) : items[^1].Span);
        return new(ImmutableCollectionsMarshal.AsImmutableArray(items), isFlow, span);
    }

    private Mapping ReadMapping(Events.MappingStart start)
    {
        Descend(start);
        bool isFlow = start.Style == Events.MappingStyle.Flow;
        RefuseTabBefore(start, isFlow);
        FieldReader.Scope scope = fields.Open();
        Span last = source.At(start.Start);
        while (events.MoveNext() && events.Current is not Events.MappingEnd)
        {
            last = ReadField(start, ref scope);
        }

        depth--;
        ImmutableArray<Entry> entries = fields.Close(scope);
        Span span = isFlow ? OfFlowMapping(start, entries, last) : source.UpTo(start.Start, last);
        return new(entries, isFlow, span);
    }

    /// <summary>The single pair of <c>[key: value]</c> has no braces, and the parser no mark of its start.</summary>
    private Span OfFlowMapping(Events.MappingStart start, ImmutableArray<Entry> entries, Span last)
    {
        if (source.Has('}', events.Current.Start))
        {
            return source.Through(start.Start, events.Current.Start);
        }

        return entries is [var pair, ..] ? pair.Span : last;
    }

    /// <summary>Reads a key and its value, and gives the span of the value.</summary>
    private Span ReadField(Events.MappingStart mapping, ref FieldReader.Scope scope)
    {
        Events.ParsingEvent keyEvent = events.Current;
        HasTemplateMarkup |= keyEvent is Events.MappingStart && keyEvent.Start.Index == mapping.Start.Index + 1;
        Value key = ReadValue();
        events.MoveNext();
        Value value = ReadValue();
        if (key is Scalar name)
        {
            fields.Add(ref scope, name, value);
        }
        else
        {
            problems.Add(UnusableKey.Collection(key.Span));
        }

        return value.Span;
    }

    private void Descend(Events.NodeEvent start)
    {
        depth++;
        anchors.Reached(depth);
        if (depth > limits.Depth)
        {
            throw Beyond(source.At(start.Start), $"Values are nested more than {limits.Depth} deep.");
        }
    }

    /// <summary>The parser lets a tab indent what follows "-" or "?"; Kubernetes' library does not.</summary>
    private void RefuseTabBefore(Events.NodeEvent start, bool isFlow)
    {
        ReadOnlySpan<char> text = source.Text;
        int before = (int)start.Start.Index - 1;
        while (!isFlow && before >= 0 && (text[before] is ' ' or '\t'))
        {
            if (text[before--] == '\t')
            {
                throw new StoppedReadingException(
                    SyntaxProblem.Refused(source.At(start.Start), "a tab is used as indentation"));
            }
        }
    }

    private void CountNode(Events.ParsingEvent node)
    {
        anchors.CountNode();
        if (++nodes > limits.Nodes)
        {
            throw Beyond(source.At(node.Start), $"The file has more than {limits.Nodes} values.");
        }
    }

    private static StoppedReadingException Beyond(Span span, FormattableString message) =>
        new(LimitProblem.At(span, message.ToString(CultureInfo.InvariantCulture)));

    private static ScalarStyle StyleOf(YamlDotNet.Core.ScalarStyle style) => style switch
    {
        YamlDotNet.Core.ScalarStyle.SingleQuoted => ScalarStyle.SingleQuoted,
        YamlDotNet.Core.ScalarStyle.DoubleQuoted => ScalarStyle.DoubleQuoted,
        YamlDotNet.Core.ScalarStyle.Literal => ScalarStyle.Literal,
        YamlDotNet.Core.ScalarStyle.Folded => ScalarStyle.Folded,
        _ => ScalarStyle.Plain,
    };
}
