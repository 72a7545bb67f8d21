using System.Globalization;
using PolicyGate.Model.Nodes;
using Events = YamlDotNet.Core.Events;
using Scalar = PolicyGate.Model.Nodes.Scalar;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// The anchors of one document, and what their aliases would cost whoever follows them all: a "billion laughs" file is
/// small as a tree of shared values, and endless for whoever walks it.
/// </summary>
internal sealed class AnchorTable(SourceText source, LoadLimits limits)
{
    // go-yaml's bounds, so that what Kubernetes reads is read here:
    // https://github.com/kubernetes-sigs/yaml/blob/master/goyaml.v2/decode.go (allowedAliasRatio).
    private const int FewAliased = 100;
    private const int FewValues = 1_000;
    private const double ManyValues = 400_000;
    private const double TooManyValues = 4_000_000;
    private const double LaxShare = 0.99;
    private const double StrictShare = 0.10;

    private readonly Dictionary<string, Definition> definitions = new(StringComparer.Ordinal);
    private long expanded;
    private long aliased;
    private long text;
    private long aliasedText;
    private int deepest;

    public void Clear()
    {
        definitions.Clear();
        (expanded, aliased, deepest) = (0, 0, 0);
        (text, aliasedText) = (0, 0);
    }

    public void CountNode() => expanded++;

    public void CountText(int length) => text += length;

    public void Reached(int depth) => deepest = Math.Max(deepest, depth);

    /// <summary>Begins the value of an anchor.</summary>
    public Definition Open(string name, int depth)
    {
        Definition definition = new(expanded - 1, text, depth, deepest);
        definitions[name] = definition;
        deepest = depth;
        return definition;
    }

    /// <summary>Ends the value of an anchor, which aliases may name from now on.</summary>
    public void Close(Definition definition, Value value)
    {
        definition.Value = value;
        definition.Size = expanded - definition.StartedAt;
        definition.TextLength = text - definition.TextBefore;
        definition.Height = deepest - definition.Depth;
        deepest = Math.Max(deepest, definition.DeepestBefore);
    }

    /// <summary>The anchored value, at the place of the alias.</summary>
    /// <exception cref="StoppedReadingException">There is none, it is not finished, or it costs too much.</exception>
    public Value Resolve(Events.AnchorAlias alias, int depth)
    {
        Span span = source.Between(alias.Start, alias.End);
        string name = alias.Value.Value;
        if (!definitions.TryGetValue(name, out Definition? definition))
        {
            throw new StoppedReadingException(SyntaxProblem.UnknownAlias(span, name));
        }

        if (definition.Value is not { } value)
        {
            throw new StoppedReadingException(SyntaxProblem.RecursiveAlias(span, name));
        }

        Charge(span, definition, depth);
        return Moved(value, span);
    }

    private void Charge(Span alias, Definition definition, int depth)
    {
        expanded += definition.Size + 1;
        aliased += definition.Size;
        Reached(depth + definition.Height);
        if (aliased > FewAliased && expanded > FewValues && (double)aliased / expanded > AllowedShare())
        {
            string size = expanded.ToString("N0", CultureInfo.InvariantCulture);
            throw new StoppedReadingException(LimitProblem.At(
                alias, $"Aliases repeat so much that the document grows to {size} values; Kubernetes refuses it too."));
        }

        text += definition.TextLength;
        aliasedText += definition.TextLength;
        if (aliasedText > limits.AliasedText)
        {
            throw new StoppedReadingException(LimitProblem.At(
                alias, string.Create(CultureInfo.InvariantCulture, $"Aliases repeat more than {limits.AliasedText} characters.")));
        }

        if (deepest > limits.Depth)
        {
            string depthLimit = limits.Depth.ToString(CultureInfo.InvariantCulture);
            throw new StoppedReadingException(LimitProblem.At(
                alias, $"With its aliases followed, values are nested more than {depthLimit} deep."));
        }
    }

    private double AllowedShare()
    {
        double excess = Math.Clamp((expanded - ManyValues) / (TooManyValues - ManyValues), 0, 1);
        return LaxShare - (LaxShare - StrictShare) * excess;
    }

    /// <summary>The same content, said to stand where the alias does, which is where a reader has to look.</summary>
    private static Value Moved(Value value, Span span) => value switch
    {
        Scalar scalar => new Scalar(scalar.Text, scalar.Style, scalar.Tag, span),
        Mapping mapping => new Mapping(mapping.Entries, mapping.IsFlow, span),
        _ => new Sequence(((Sequence)value).Items, ((Sequence)value).IsFlow, span),
    };

    /// <summary>An anchor's value and its cost; the value is null while it is being read.</summary>
    internal sealed class Definition(long startedAt, long textBefore, int depth, int deepestBefore)
    {
        public long StartedAt { get; } = startedAt;

        public long TextBefore { get; } = textBefore;

        public int Depth { get; } = depth;

        public int DeepestBefore { get; } = deepestBefore;

        public Value? Value { get; set; }

        public long Size { get; set; }

        public long TextLength { get; set; }

        public int Height { get; set; }
    }
}
