using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing.Tests;

/// <summary>The cases beside this file; a new one is a new directory.</summary>
public class FixCaseTests
{
    public static TheoryData<string> All => [.. FixCase.Names];

    public static TheoryData<string> Applied => [.. FixCase.Names.Where(name => !new FixCase(name).IsUnsafe)];

    public static TheoryData<string> Unsafe => [.. FixCase.Names.Where(name => new FixCase(name).IsUnsafe)];

    [Theory]
    [MemberData(nameof(Applied))]
    public void The_file_is_changed_as_a_careful_person_would(string name)
    {
        FixCase given = new(name);

        FixedFile mended = FixRenderer.RenderAll(given.Fixes, given.Source(given.Before));

        mended.Refused.ShouldBeEmpty();
        mended.Text.ShouldBe(given.After);
        TextEdits.Apply(given.Before, mended.Edits).ShouldBe(given.After);
    }

    [Theory]
    [MemberData(nameof(Unsafe))]
    public void A_file_that_cannot_be_changed_safely_stays_as_it_is(string name)
    {
        FixCase given = new(name);

        FixedFile mended = FixRenderer.RenderAll(given.Fixes, given.Source(given.Before));

        mended.Refused.ShouldHaveSingleItem().Reason.ShouldBe(given.Reason);
        mended.Refused.Length.ShouldBe(given.Fixes.Length - mended.Applied.Length);
        mended.Text.ShouldBe(given.Before);
        mended.Edits.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Applied))]
    public void Setting_twice_changes_nothing_more(string name)
    {
        FixCase given = new(name);
        IEnumerable<Fix> settings = given.Fixes.Where(fix => fix.Operation == FixOperation.Set);

        FixRenderer.RenderAll(settings, given.Source(given.After)).Edits.ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Applied))]
    public void Comments_survive_unless_what_they_stand_behind_goes(string name)
    {
        FixCase given = new(name);

        Comments.LostBetween(given.Before, given.After)
            .ShouldAllBe(comment => comment.Contains("goes", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Applied))]
    public void Only_the_named_places_read_otherwise_afterwards(string name)
    {
        FixCase given = new(name);
        string[] places = [.. given.Fixes.Select(fix => fix.Place.ToString())];
        bool shifts = given.Fixes.Any(fix => fix.Operation == FixOperation.Remove && fix.Place.Steps[^1].Key is null);
        if (shifts)
        {
            // Items behind a removed one have other indexes, so the list as a whole is the place.
            places = [.. given.Fixes.Select(fix => PathSyntax.Write(fix.Place.Steps.AsSpan()[..^1]))];
        }

        Leaves.ChangedBetween(given.Source(given.Before), given.Source(given.After))
            .ShouldAllBe(leaf => places.Any(place => Leaves.Concern(leaf, place)));
    }
}
