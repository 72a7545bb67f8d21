using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>
/// The change that is judged, as it bears on one environment: who wrote it, who approved it, what it touches, and when.
/// The facts were collected before (<c>policygate facts</c>). Whoever asks for one that could not be collected gets an
/// <see cref="UnknownFactException"/>, which leaves the policy without a verdict.
/// </summary>
public sealed class Change : Subject
{
    private readonly Lazy<ImmutableArray<Commit>> commits;
    private readonly Lazy<ImmutableArray<Review>> reviews;
    private readonly Lazy<ImmutableArray<ChangedFile>> files;
    private readonly Lazy<CodeOwners> codeOwners;
    private readonly Lazy<bool> touches;

    /// <summary>
    /// The number of the facts' document, whose file has no name: it is no file of the repository, so that findings about a
    /// change are shown without a line rather than at a wrong one.
    /// </summary>
    public const int DocumentIndex = 1;

    internal Change(Estates.Environment environment, Document facts)
        : base(environment, facts.Root)
    {
        commits = new(() => [.. Known("commits").Items.Select(Commit.Of)]);
        reviews = new(ReadReviews);
        files = new(() => [.. Known("files").Items.Select(ChangedFile.Of)]);
        codeOwners = new(() => CodeOwners.Of(Known("codeOwners")));
        touches = new(() => IsUnknown("files") || Files.Any(new Territory(Environment, facts.File).Holds));
    }

    public override ResourceReference? Reference => null;

    public override string Description => Spec["pullRequest"].Integer is { } number
        ? $"pull request {number} for environment {Environment.Name}"
        : $"change of environment {Environment.Name}";

    /// <summary>False for what was pushed without one.</summary>
    public bool HasPullRequest => Number > 0;

    /// <summary>Of the pull request; 0 when there is none.</summary>
    public long Number => Known("pullRequest").Integer ?? 0;

    /// <summary>Owner and name.</summary>
    public string Repository => Known("repository").Text;

    /// <summary>The workflow event that it came with, such as <c>pull_request</c> or <c>merge_group</c>.</summary>
    public string Event => Known("event").Text;

    /// <summary>When it was looked at. It merges then or later.</summary>
    public DateTimeOffset Instant =>
        Instants.Parse(Known("instant").Text) ?? throw new UnknownFactException("the instant", "the facts hold none");

    /// <summary>Who opened the pull request, or pushed.</summary>
    public Person Author => Person.Of(Known("author"));

    /// <summary>It comes from another repository, so that its author may be anybody.</summary>
    public bool IsFromFork => Known("fork").IsTrue;

    public bool IsDraft => Known("draft").IsTrue;

    /// <summary>The branch that it goes to.</summary>
    public string BaseRef => VisibleText.Line(Known("base")["ref"].Text);

    /// <summary>The branch that it comes from; its author chose the name.</summary>
    public string HeadRef => VisibleText.Line(Known("head")["ref"].Text);

    /// <summary>The full id of its last commit.</summary>
    public string HeadSha => Known("head")["sha"].Text;

    /// <summary>It is being merged by the merge queue.</summary>
    public bool IsInMergeQueue => Known("mergeQueue").Text == "merging";

    public ImmutableArray<string> Labels => [.. Known("labels").Texts.Select(VisibleText.Line)];

    public ImmutableArray<Commit> Commits => commits.Value;

    /// <summary>All of them, oldest first.</summary>
    public ImmutableArray<Review> Reviews => reviews.Value;

    /// <summary>
    /// The approvals that count: of each reviewer the last word, if it approves, and approves the head. Remarks leave the
    /// word before as it is. Of people who may not write none counts, as at the host
    /// (<see href="https://docs.github.com/pull-requests/collaborating-with-pull-requests/reviewing-changes-in-pull-requests/about-pull-request-reviews">reviews</see>).
    /// </summary>
    public ImmutableArray<Review> Approvals =>
    [
        .. Reviews
            .Where(review => review.Reviewer.Login.Length > 0 && review.State is not (ReviewState.Commented or ReviewState.Other))
            .GroupBy(review => review.Reviewer.Login, StringComparer.OrdinalIgnoreCase)
            .Select(reviews => reviews.Last())
            .Where(review => review is { State: ReviewState.Approved, IsOutdated: false, MayApprove: not false }),
    ];

    public ImmutableArray<ChangedFile> Files => files.Value;

    public CodeOwners CodeOwners => codeOwners.Value;

    /// <summary>
    /// It touches something that the environment is made of. Where that is not known, as when there are more files than the
    /// host lists, it does.
    /// </summary>
    public bool Touches => touches.Value;

    /// <summary>Whether the window is open at <see cref="Instant"/>, by the clocks of its zone.</summary>
    public bool IsWithin(ChangeWindow window) => window.IsOpenAt(LocalTime(window.Zone));

    /// <summary>What the clocks of a time zone show at <see cref="Instant"/>.</summary>
    /// <param name="zone">A name of the IANA time zone database.</param>
    public DateTime LocalTime(string zone) => (Instant + ZoneOffsets.Of(Known("zones"), zone)).DateTime;

    /// <summary>
    /// The first of these reviews by one of these people, or null. People are named by login or by team, with or without
    /// <c>@</c>; where the facts have a team of a name, the team is meant. <c>@alice</c> is never asked for as a team.
    /// </summary>
    /// <exception cref="UnknownFactException">It depends on a team whose members could not be read.</exception>
    public Review? FirstBy(IEnumerable<string> people, IEnumerable<Review> reviews)
    {
        ImmutableArray<Review> given = [.. reviews];
        ImmutableArray<string> names = [.. people];
        Review? found = given.FirstOrDefault(review =>
            review.MayApprove == true && names.Any(name => IsMeant(name, review.Reviewer)));
        return found is null && !given.IsEmpty ? ThrowIfUnknown(names, given) : found;
    }

    private Node Spec => Node["spec"];

    private ImmutableArray<Review> ReadReviews()
    {
        string head = HeadSha;
        return [.. Known("reviews").Items.Select(place => Review.Of(place, head))];
    }

    private IEnumerable<Group> Groups => Known("teams").Items.Select(Group.Of);

    private string Owner => Repository.Split('/')[0];

    private bool IsMeant(string name, Person person)
    {
        ImmutableArray<Group> groups = GroupsNamed(name);
        return groups.IsEmpty ? person.Is(name.TrimStart('@')) : groups.Any(group => group.Holds(person));
    }

    private ImmutableArray<Group> GroupsNamed(string name) => [.. Groups.Where(group => group.IsNamed(name, Owner))];

    /// <summary>Nobody is meant as far as is known; throws when somebody might be.</summary>
    private Review? ThrowIfUnknown(ImmutableArray<string> names, ImmutableArray<Review> reviews)
    {
        if (reviews.FirstOrDefault(review => review.MayApprove is null) is { } doubtful)
        {
            throw new UnknownFactException(
                $"whether {doubtful.Reviewer.Login} may approve", VisibleText.Line(doubtful.Place["mayApprove"]["unknown"].Text));
        }

        foreach (string name in names)
        {
            ImmutableArray<Group> groups = GroupsNamed(name);
            if (groups.FirstOrDefault(group => group.Members is null) is { } unread)
            {
                throw new UnknownFactException($"who is in the team {unread.Organization}/{unread.Name}", unread.WhyUnknown);
            }

            if (groups.IsEmpty && !IsLogin(name))
            {
                throw new UnknownFactException(
                    $"whether {VisibleText.Line(name)} is a team, and who is in it", $"it was not asked for; collect the facts with --team {VisibleText.Line(name)}");
            }
        }

        return null;
    }

    /// <summary>As CODEOWNERS writes people; a bare name may be a team.</summary>
    private static bool IsLogin(string name) => name.StartsWith('@') && !name.Contains('/', StringComparison.Ordinal);

    private bool IsUnknown(string fact) => Spec[fact].IsMissing || Spec[fact]["unknown"].Exists;

    private Node Known(string fact) => IsUnknown(fact)
        ? throw new UnknownFactException(
            $"`{fact}` of the change",
            Spec[fact].IsMissing ? "the facts do not hold it" : VisibleText.Line(Spec[fact]["unknown"].Text))
        : Spec[fact];
}
