using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Tests.Protocol;

/// <summary>Estates that are made without reading files.</summary>
internal static class Estates
{
    /// <summary>A Pod <c>shop/web</c> with one container.</summary>
    public static Estate OfOnePod()
    {
        Mapping container = Map(("name", Text("web")), ("image", Text("odoo:18")));
        Mapping pod = Map(
            ("apiVersion", Text("v1")),
            ("kind", Text("Pod")),
            ("metadata", Map(("name", Text("web")), ("namespace", Text("shop")))),
            ("spec", Map(("containers", new Sequence([container], isFlow: false, Span.Start)))));
        return new([new("default", null, [new Document("pod.yaml", 0, pod).Root])]);
    }

    private static Scalar Text(string text) => new(text, ScalarStyle.Plain, null, Span.Start);

    private static Mapping Map(params (string Key, Value Value)[] fields) =>
        new([.. fields.Select(field => new Entry(Text(field.Key), field.Value))], isFlow: false, Span.Start);
}
