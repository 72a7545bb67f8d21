using System.Globalization;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Kubernetes;

/// <summary>
/// A number of pods, or a share of them: <c>1</c>, <c>25%</c>. See
/// https://kubernetes.io/docs/tasks/run-application/configure-pdb/#rounding-logic-when-specifying-percentages and
/// https://kubernetes.io/docs/concepts/workloads/controllers/deployment/#max-unavailable.
/// </summary>
public sealed record CountOrPercent(long Number, bool IsPercent)
{
    /// <summary>Of so many pods, a part of one taken for a whole one.</summary>
    public long RoundedUp(long pods) => IsPercent ? (long)Math.Ceiling(pods * (decimal)Number / 100) : Number;

    /// <summary>Of so many pods, a part of one left out.</summary>
    public long RoundedDown(long pods) => IsPercent ? (long)Math.Floor(pods * (decimal)Number / 100) : Number;

    /// <summary>Null when nothing stands there, or something else.</summary>
    public static CountOrPercent? Of(Node node) =>
        node.Text.EndsWith('%') && Parse(node.Text[..^1]) is { } percent ? new(percent, IsPercent: true)
        : Parse(node.Text) is { } count ? new(count, IsPercent: false)
        : null;

    private static long? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
