using PolicyGate.Model.Assessments;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>How one policy fared, with some of its passes.</summary>
internal static class PolicyItem
{
    /// <summary>Of a path or a value; in characters.</summary>
    private const int Shown = 120;

    public static string Of(ReceivedPolicy policy, IEnumerable<ReceivedPass> passes, FindingItem places)
    {
        if (policy.Judged == 0)
        {
            return $"- {MarkdownText.Code(policy.Id)}: met no subject that it could judge\n";
        }

        (int Number, string What)[] others =
        [
            (policy.Fail, "failed"),
            (policy.Waived, "waived"),
            (policy.Error, "not judged for an error"),
            (policy.NotApplicable, "not applicable"),
        ];
        string rest = string.Concat(others.Where(one => one.Number > 0).Select(one => $", {Words.Number(one.Number)} {one.What}"));
        string counts = $"{Words.Number(policy.Judged)} judged, {Words.Number(policy.Pass)} passed{rest}";
        return $"- {MarkdownText.Code(policy.Id)}: {counts}\n{string.Concat(passes.Select(pass => Example(pass, places)))}";
    }

    private static string Example(ReceivedPass pass, FindingItem places)
    {
        string seen = pass.Seen is { } evidence ? $", {Seen(evidence, places)}" : "";
        return $"  - for {MarkdownText.Line(PolicyText.Cut(pass.Subject, Shown))}{seen}\n";
    }

    private static string Seen(Evidence evidence, FindingItem places)
    {
        string path = MarkdownText.Code(PolicyText.Cut(evidence.Path, Shown));
        string value = MarkdownText.Code(PolicyText.Cut(evidence.Value, Shown));
        string place = places.Place(evidence.Location.File, evidence.Location.Span.StartLine);
        return $"{path} is {(value.Length > 0 ? value : "not set")} at {place}";
    }
}
