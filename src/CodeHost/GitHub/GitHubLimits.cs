namespace PolicyGate.CodeHost.GitHub;

/// <summary>
/// What GitHub takes and gives at most. Nothing here is our choice; each says where it is written. Whoever makes a text
/// cuts it to these; the client refuses what exceeds them.
/// </summary>
public static class GitHubLimits
{
    /// <summary>"The Checks API limits the number of annotations to a maximum of 50 per API request"
    /// (<see href="https://docs.github.com/rest/checks/runs#update-a-check-run">check runs</see>).</summary>
    public const int AnnotationsPerRequest = 50;

    /// <summary><c>output.summary</c>: "Maximum length: 65535 characters"
    /// (<see href="https://docs.github.com/rest/checks/runs#create-a-check-run">check runs</see>). Counted here in UTF-8
    /// bytes, of which there are never fewer: which of the two GitHub counts is not written.</summary>
    public const int CheckSummaryBytes = 65_535;

    /// <summary>The same for <c>output.text</c>.</summary>
    public const int CheckTextBytes = 65_535;

    /// <summary>An annotation's <c>message</c>: "The maximum size is 64 KB"
    /// (<see href="https://docs.github.com/rest/checks/runs#create-a-check-run">check runs</see>).</summary>
    public const int AnnotationMessageBytes = 64 * 1024;

    /// <summary>An annotation's <c>raw_details</c>: "The maximum size is 64 KB".</summary>
    public const int AnnotationRawDetailsBytes = 64 * 1024;

    /// <summary>An annotation's <c>title</c>: "The maximum size is 255 characters".</summary>
    public const int AnnotationTitleCharacters = 255;

    /// <summary>The title of a check run's output and its name. No length is documented; 255 as for an annotation's title.</summary>
    public const int CheckTitleCharacters = 255;

    /// <summary>"description is too long (maximum is 140 characters)"
    /// (<see href="https://docs.github.com/rest/commits/statuses#create-a-commit-status">statuses</see>, GitHub's own
    /// answer to a longer one).</summary>
    public const int StatusDescriptionCharacters = 140;

    /// <summary>"context is too long (maximum is 255 characters)", likewise.</summary>
    public const int StatusContextCharacters = 255;

    /// <summary>"there is a limit of 1000 statuses per sha and context within a repository"
    /// (<see href="https://docs.github.com/rest/commits/statuses#create-a-commit-status">statuses</see>).</summary>
    public const int StatusesPerContext = 1_000;

    /// <summary>"Body is too long (maximum is 65536 characters)": comments, reviews and their comments
    /// (<see href="https://docs.github.com/rest/issues/comments#create-an-issue-comment">comments</see>, GitHub's own
    /// answer to a longer one).</summary>
    public const int CommentCharacters = 65_536;

    /// <summary>"per_page: The number of results per page (max 100)"
    /// (<see href="https://docs.github.com/rest/using-the-rest-api/using-pagination-in-the-rest-api">pagination</see>).</summary>
    public const int PerPage = 100;

    /// <summary>"Responses include a maximum of 3000 files"
    /// (<see href="https://docs.github.com/rest/pulls/pulls#list-pull-requests-files">files of a pull request</see>).</summary>
    public const int FilesPerPullRequest = 3_000;

    /// <summary>"Lists a maximum of 250 commits for a pull request"
    /// (<see href="https://docs.github.com/rest/pulls/pulls#list-commits-on-a-pull-request">commits</see>).</summary>
    public const int CommitsPerPullRequest = 250;

    /// <summary>"CODEOWNERS files must be under 3 MB in size"
    /// (<see href="https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners#codeowners-file-size">code
    /// owners</see>), the largest file that is read here.</summary>
    public const int FileBytes = 3 * 1024 * 1024;

    /// <summary>"If the retry-after header is not present … wait for at least one minute before retrying"
    /// (<see href="https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#exceeding-the-rate-limit">rate
    /// limits</see>).</summary>
    public static readonly TimeSpan SecondaryLimitWait = TimeSpan.FromMinutes(1);

    /// <summary>"If you are making a large number of POST, PATCH, PUT, or DELETE requests, wait at least one second between
    /// each request"
    /// (<see href="https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#pause-between-mutative-requests">best
    /// practices</see>).</summary>
    public static readonly TimeSpan PauseBetweenWrites = TimeSpan.FromSeconds(1);
}
