using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Schemas;

/// <summary>Text of a file within a message: marked, and cut to a length that leaves the message readable.</summary>
internal static class Quoted
{
    private const int Longest = 80;

    public static string Text(Node place) => Text(place.ToString());

    public static string Text(string text) => $"`{(text.Length > Longest ? text[..Longest] + "…" : text)}`";

    public static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Text));
}
