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
    public long RoundedUp(long pods) => IsPercent ? Whole(Math.Ceiling(Share(pods))) : Number;

    /// <summary>Of so many pods, a part of one left out.</summary>
    public long RoundedDown(long pods) => IsPercent ? Whole(Math.Floor(Share(pods))) : Number;

    /// <summary>Null when nothing stands there, or something else.</summary>
    public static CountOrPercent? Of(Node node) =>
        node.Text.EndsWith('%') && Parse(node.Text[..^1]) is { } percent ? new(percent, IsPercent: true)
        : Parse(node.Text) is { } count ? new(count, IsPercent: false)
        : null;

    private decimal Share(long pods) => (decimal)pods * Number / 100;

    /// <summary>Nobody runs that many pods, but anybody may write them.</summary>
    private static long Whole(decimal pods) => (long)Math.Min(pods, long.MaxValue);

    private static long? Parse(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
