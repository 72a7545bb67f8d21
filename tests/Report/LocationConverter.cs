using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Report.Tests;

/// <summary><c>base/odoo.yaml:31:11-34:20 spec.replicas</c>; empty for no place.</summary>
internal sealed partial class LocationConverter : JsonConverter<Location>
{
    public override Location Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Parse(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, Location value, JsonSerializerOptions options) =>
        throw new NotSupportedException();

    public static Location Parse(string text)
    {
        if (text.Length == 0)
        {
            return Location.None;
        }

        Match match = Shape().Match(text);
        match.Success.ShouldBeTrue($"'{text}' is no place");
        return new Location(
            match.Groups["file"].Value,
            match.Groups["path"].Value,
            new Span(Number("l1"), Number("c1"), Number("l2"), Number("c2")));

        int Number(string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"^(?<file>.*):(?<l1>\d+):(?<c1>\d+)-(?<l2>\d+):(?<c2>\d+)( (?<path>.*))?$")]
    private static partial Regex Shape();
}
