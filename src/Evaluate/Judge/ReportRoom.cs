using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Evaluate.Judge;

/// <summary>
/// How much one policy may put into a report, measured as what its answers become there: in JSON, the largest of the
/// formats. A report that one policy floods hides what all others found.
/// </summary>
internal sealed class ReportRoom(PolicyHeader policy, Estate estate)
{
    /// <summary>On the smallest estate: some thousand findings of ordinary length.</summary>
    private const long OfAnyEstate = 4_000_000;

    /// <summary>
    /// For each object more. Verdicts on five containers, each with its evidence, take half of that, so that a policy may
    /// judge a large estate with all verdicts kept.
    /// </summary>
    private const long OfEachObject = 4_000;

    /// <summary>What a judgement is besides its texts: names of fields, the subject, numbers.</summary>
    private const int OfJudgement = 300;

    /// <summary>What a finding is besides its texts.</summary>
    private const int OfFinding = 600;

    /// <summary>What a piece of evidence is besides its texts; its value is cut.</summary>
    private const int OfEvidence = 300;

    /// <summary>As which a character that is not plain ASCII is counted: as <c>\\u{FFFF}</c> it may stand in JSON.</summary>
    private const int LongestCharacter = 9;

    private readonly long ofEveryFinding = OfFinding
        + SizeOf(policy.Id) + SizeOf(policy.Remediation) + Sum(policy.Controls, SizeOf);

    private long left = OfAnyEstate + (OfEachObject * estate.Resources.LongCount());

    public bool IsUsedUp => left < 0;

    public void Take(Answer answer) =>
        left -= OfJudgement + SizeOf(answer.Subject) + (answer.Verdict is { } verdict ? SizeOf(verdict) : SizeOf(answer.Error!));

    private long SizeOf(Verdict verdict) =>
        SizeOf(verdict.Reason)
        + Sum(verdict.Seen, place => OfEvidence + SizeOf(PolicyText.Path(place.Path)))
        + Sum(verdict.Problems, SizeOf);

    private long SizeOf(Problem problem) =>
        ofEveryFinding + SizeOf(problem.Message) + (problem.Fix is { } fix ? SizeOf(fix) : 0);

    /// <summary>What could not be judged stands in the findings and, when all verdicts are kept, in the judgements.</summary>
    private long SizeOf(PolicyError error) => ofEveryFinding + (2 * SizeOf(error.Message));

    private static long SizeOf(Fix fix) => SizeOf(fix.Place.ToString()) + SizeOf(fix.Value);

    private static long SizeOf(FixValue value) => value switch
    {
        FixValue.Text text => SizeOf(text.Value),
        FixValue.List list => Sum(list.Items, SizeOf),
        FixValue.Map map => Sum(map.Fields, field => SizeOf(field.Key) + SizeOf(field.Value)),
        _ => 0,
    };

    /// <summary>What the runtime has for that is compiled at every start.</summary>
    private static long Sum<T>(ImmutableArray<T> items, Func<T, long> size)
    {
        long sum = 0;
        foreach (T item in items)
        {
            sum += size(item);
        }

        return sum;
    }

    private static long SizeOf(string text)
    {
        int plain = text.AsSpan().ContainsAnyExceptInRange(' ', '~') ? text.Count(letter => letter is >= ' ' and <= '~') : text.Length;
        return plain + ((long)LongestCharacter * (text.Length - plain));
    }
}
