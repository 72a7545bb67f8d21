using PolicyGate.Model;

namespace PolicyGate.Report.Sarif;

/// <summary>File names as relative references (RFC 3986): spaces, <c>#</c>, <c>%</c>, <c>:</c> and all Unicode are safe.</summary>
internal static class ArtifactUri
{
    public static string Of(string file) =>
        string.Join('/', VisibleText.Line(file).Split('/').Select(Uri.EscapeDataString));
}
