using System.Collections.Immutable;
using System.Text.Json;
using PolicyGate.CodeHost.Facts;

namespace PolicyGate.CodeHost.Tests.Facts;

/// <summary>What is made of a host's answers, as the file says it.</summary>
public sealed class ChangeCollectorTests
{
    private const string Head = "1111111111111111111111111111111111111111";
    private const string Old = "2222222222222222222222222222222222222222";
    private const string Base = "3333333333333333333333333333333333333333";

    private static readonly ChangeEvent OfPull = new() { Name = "pull_request", PullRequest = 12, HeadSha = Head };

    private static readonly ScriptedHost Host = new()
    {
        Pull = Pull("main", isMerged: false),
        Commits = new Listing<Commit>([CommitOf(Head)], IsComplete: true),
        Files = new Listing<ChangedFile>([FileOf("erp/\u202Eodoo.yaml")], IsComplete: true),
        Given = new Listing<Review>([ReviewOf("bob", Old), ReviewOf("carol", Head), ReviewOf("eve", Head)], IsComplete: true),
        Texts = ImmutableDictionary<string, HostAnswer<string>>.Empty.Add("CODEOWNERS", "* @octo/All # everybody\n"),
        Teams = ImmutableDictionary<string, string[]>.Empty.Add("octo/all", ["dora", "carol"]),
        Permissions = ImmutableDictionary<string, string>.Empty.Add("carol", "write").Add("eve", "read"),
    };

    [Fact]
    public async Task A_pull_request_is_known_with_all_that_belongs_to_it()
    {
        JsonElement spec = await Collect(Host, OfPull);

        Text(spec, "pullRequest").ShouldBe("12");
        Text(spec, "author", "login").ShouldBe("alice");
        Text(spec, "fork").ShouldBe("True");
        spec.GetProperty("labels")[0].GetString().ShouldBe("\\u{202E}emergency🚑");
        Text(spec, "head", "sha").ShouldBe(Head);
        Text(spec, "codeOwners", "file").ShouldBe("CODEOWNERS");
        spec.GetProperty("codeOwners").GetProperty("rules").GetRawText().ShouldContain("@octo/All");
        spec.GetProperty("files")[0].GetProperty("path").GetString().ShouldBe("erp/\u202Eodoo.yaml");
        spec.GetProperty("zones").EnumerateArray().Select(zone => Text(zone, "offset")).ShouldBe(["+00:00"]);
    }

    [Fact]
    public async Task Reviews_say_whether_they_are_outdated_and_may_approve()
    {
        JsonElement reviews = (await Collect(Host, OfPull)).GetProperty("reviews");

        reviews.EnumerateArray().Select(review => $"{Text(review, "reviewer", "login")} {Text(review, "outdated")} {Text(review, "mayApprove")}")
            .ShouldBe(["bob True ", "carol False True", "eve False False"]);
    }

    [Fact]
    public async Task Who_wrote_a_commit_is_told_by_the_host_and_by_its_trailers()
    {
        JsonElement commit = (await Collect(Host, OfPull)).GetProperty("commits")[0];

        Text(commit, "author", "login").ShouldBe("");
        Text(commit, "author", "name").ShouldBe("Al\\u{1B}ice");
        commit.GetProperty("coAuthors").EnumerateArray().Select(person => Text(person, "login")).ShouldBe(["carol", ""]);
    }

    [Fact]
    public async Task Teams_are_asked_for_once_and_those_that_cannot_be_read_say_why()
    {
        JsonElement teams = (await Collect(Host, OfPull, "erp-cab", "@octo/ALL", "../escape", "a/b/c")).GetProperty("teams");

        teams.EnumerateArray().Select(team => Text(team, "team")).ShouldBe(["octo/erp-cab", "octo/all"]);
        Text(teams[0], "members", "unknown").ShouldContain("refused");
        teams[1].GetProperty("members").EnumerateArray().Select(member => member.GetString()).ShouldBe(["carol", "dora"]);
    }

    [Fact]
    public async Task Nothing_that_the_host_refuses_is_left_out_or_guessed()
    {
        JsonElement spec = await Collect(new ScriptedHost(), OfPull);

        foreach (string fact in new[] { "author", "draft", "fork", "labels", "base", "head", "commits", "reviews", "files", "codeOwners", "mergeQueue" })
        {
            Text(spec, fact, "unknown").ShouldNotBeEmpty(fact);
        }
    }

    [Fact]
    public async Task A_head_that_has_moved_on_is_not_what_is_judged()
    {
        JsonElement spec = await Collect(Host with { Pull = Pull("main", isMerged: false, head: Old) }, OfPull);

        Text(spec, "head", "sha").ShouldBe(Head);
        Text(spec, "commits", "unknown").ShouldContain($"went on to {Old}");
        Text(spec, "files", "unknown").ShouldContain($"went on to {Old}");
    }

    [Fact]
    public async Task Half_a_list_is_unknown() =>
        Text(await Collect(Host with { Files = new Listing<ChangedFile>([FileOf("a")], IsComplete: false) }, OfPull), "files", "unknown")
            .ShouldBe("the code host lists no more than the first 1");

    [Theory]
    [InlineData("main", true, "12")]
    [InlineData("main", false, "none")]
    [InlineData("other", true, "none")]
    public async Task A_push_has_the_pull_request_that_was_merged_into_its_branch(string into, bool isMerged, string number)
    {
        ChangeEvent push = new() { Name = "push", Pushed = Head, Before = Base, Branch = "main", Pusher = "dora" };
        ScriptedHost host = Host with { OfCommit = new Listing<PullRequest>([Pull(into, isMerged)], IsComplete: true) };

        JsonElement spec = await Collect(host, push);

        Text(spec, "pullRequest").ShouldBe(number);
        Text(spec, "author", "login").ShouldBe(number == "none" ? "dora" : "alice");
        Text(await Collect(Host, push), "pullRequest", "unknown").ShouldContain("refused");
    }

    [Theory]
    [InlineData("pull_request", """{ "pull_request": { "number": 12, "head": { "sha": "1111111111111111111111111111111111111111" } } }""", "12")]
    [InlineData("merge_group", """{ "merge_group": { "head_ref": "refs/heads/gh-readonly-queue/release/1/pr-34-1111111111111111111111111111111111111111" } }""", "34")]
    [InlineData("push", """{ "ref": "refs/heads/a/b", "after": "1111111111111111111111111111111111111111", "before": "x", "sender": { "login": "dora" } }""", "a/b")]
    [InlineData("push", """{ "ref": "refs/tags/v1", "after": "1111111111111111111111111111111111111111" }""", "")]
    [InlineData("push", """{ "ref": "refs/heads/gone", "after": "0000000000000000000000000000000000000000" }""", "")]
    [InlineData("merge_group", """{ "merge_group": { "head_ref": "refs/heads/pr-34-1111111111111111111111111111111111111111" } }""", "")]
    [InlineData("pull_request", """{ "pull_request": { "number": -1, "head": { "sha": "HEAD" } } }""", "")]
    [InlineData("pull_request", """{ "pull_request": [""", "")]
    [InlineData("schedule", "{}", "")]
    public void An_event_names_its_change(string name, string payload, string change)
    {
        string path = Path.GetTempFileName();
        File.WriteAllText(path, payload);

        ChangeEvent? found = ChangeEvent.Read(name, path);

        File.Delete(path);
        (found is null ? "" : found.PullRequest?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? found.Branch).ShouldBe(change);
    }

    private static async Task<JsonElement> Collect(ICodeHost host, ChangeEvent about, params string[] teams)
    {
        ChangeQuestion question = new()
        {
            Event = about,
            Teams = [.. teams],
            CollectedAt = DateTimeOffset.UnixEpoch,
            Instant = DateTimeOffset.UnixEpoch,
            ZoneNames = ["UTC", "Nowhere/Land"],
        };
        using MemoryStream stream = new();
        ChangeFactsWriter.Write(await new ChangeCollector(host, question).Collect(CancellationToken.None), stream);
        return JsonDocument.Parse(stream.ToArray()).RootElement.GetProperty("spec");
    }

    private static string Text(JsonElement place, params string[] path)
    {
        foreach (string field in path)
        {
            if (!place.TryGetProperty(field, out place))
            {
                return "";
            }
        }

        return place.ToString();
    }

    private static PullRequest Pull(string into, bool isMerged, string head = Head) => new()
    {
        Number = 12,
        IsOpen = !isMerged,
        IsMerged = isMerged,
        IsDraft = false,
        IsLocked = false,
        Author = ScriptedHost.Person("alice"),
        Head = new("topic", head, "fork/platform", 2),
        Base = new(into, Base, "octo/platform", 1),
        Labels = ["\u202Eemergency🚑"],
        MergeableState = "clean",
        IsAutoMerge = false,
        CommitCount = 1,
        ChangedFileCount = 1,
        Url = null,
    };

    private static Review ReviewOf(string login, string commit) => new()
    {
        Id = 1,
        Author = ScriptedHost.Person(login),
        State = ReviewState.Approved,
        CommitSha = commit,
        SubmittedAt = DateTimeOffset.UnixEpoch,
        Body = "",
    };

    private static Commit CommitOf(string sha) => new()
    {
        Sha = sha,
        Author = null,
        Committer = ScriptedHost.Person("web-flow"),
        AuthorName = "Al\u001Bice",
        CommitterName = "GitHub",
        Message = "Change\n\nco-authored-by: Carol <7+carol@users.noreply.github.com>\nCo-authored-by: Bot <bot@example.com",
        IsVerified = true,
    };

    private static ChangedFile FileOf(string path) =>
        new() { Path = path, PreviousPath = "", Change = FileChange.Modified, Additions = 1, Deletions = 0, Patch = null };
}
