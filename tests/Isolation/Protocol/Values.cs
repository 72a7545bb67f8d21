using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Tests.Protocol;

/// <summary>What documents are made of, each at a line of its own.</summary>
internal static class Values
{
    public static Scalar Text(int line, string text) => new(text, ScalarStyle.Plain, null, At(line));

    public static Sequence List(int line, params ImmutableArray<Value> items) => new(items, isFlow: true, At(line));

    public static Mapping Map(params IEnumerable<(int Line, string Key, Value Value)> fields) =>
        new([.. fields.Select(field => new Entry(Text(field.Line, field.Key), field.Value))], isFlow: false, At(1));

    private static Span At(int line) => new(line, 3, line, 9);
}
