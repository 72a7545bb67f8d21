using System.Globalization;
using System.Text.RegularExpressions;

namespace PolicyGate.Publish;

/// <summary>
/// Which run tells: GitHub counts runs of a repository upwards, and attempts of a run, so that of two the later is known
/// (<see href="https://docs.github.com/actions/reference/workflows-and-actions/variables">GITHUB_RUN_ID</see>).
/// </summary>
public sealed partial record RunIdentity(long Id, int Attempt) : IComparable<RunIdentity>
{
    /// <summary>Null for what is no run.</summary>
    public static RunIdentity? Parse(string? text) =>
        Form().Match(text ?? "") is { Success: true } match
            ? new(
                long.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture))
            : null;

    public int CompareTo(RunIdentity? other) => other is null ? 1 : (Id, Attempt).CompareTo((other.Id, other.Attempt));

    public static bool operator <(RunIdentity? left, RunIdentity? right) => Comparer<RunIdentity>.Default.Compare(left, right) < 0;

    public static bool operator >(RunIdentity? left, RunIdentity? right) => Comparer<RunIdentity>.Default.Compare(left, right) > 0;

    public static bool operator <=(RunIdentity? left, RunIdentity? right) => Comparer<RunIdentity>.Default.Compare(left, right) <= 0;

    public static bool operator >=(RunIdentity? left, RunIdentity? right) => Comparer<RunIdentity>.Default.Compare(left, right) >= 0;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}.{Attempt}");

    [GeneratedRegex(@"\A([0-9]{1,18})\.([0-9]{1,9})\z")]
    private static partial Regex Form();
}
