using System.Text;
using PolicyGate.Clusters.Access;
using PolicyGate.Clusters.Http;
using PolicyGate.Clusters.Tests.Scripted;
using PolicyGate.Model.Live;

namespace PolicyGate.Clusters.Tests.ApiServer;

/// <summary>
/// A real API server behind a network and a load balancer that fail: what a snapshot has is complete and right, and what it
/// has not is unknown.
/// </summary>
[Collection(ApiServerTestGroup.Name)]
public sealed class FaultTests(RunningApiServer server, UndisturbedNamespace undisturbed) : IClassFixture<UndisturbedNamespace>, IDisposable
{
    private const string Ns = UndisturbedNamespace.Name;
    private const string ConfigMaps = $"/api/v1/namespaces/{Ns}/configmaps";
    private const string Expired = "expired";

    private static readonly Dictionary<string, Fault> Faults = new()
    {
        ["reset before the answer"] = new Fault.Reset(0),
        ["reset within the answer"] = new Fault.Reset(0.7),
        ["half an answer"] = new Fault.Half(HalfAnswer.Announced),
        ["half an answer that pretends to be all"] = new Fault.Half(HalfAnswer.Pretended),
        ["half an answer in chunks"] = new Fault.Half(HalfAnswer.Chunked),
        ["half a compressed answer"] = new Fault.Half(HalfAnswer.Compressed),
        ["429"] = new Fault.Instead(429, """{ "kind": "Status", "message": "Too many requests" }""", "Retry-After: 3"),
        ["500"] = new Fault.Instead(500, """{ "kind": "Status", "message": "etcdserver: request timed out" }"""),
        ["503"] = new Fault.Instead(503, "<html>No server is available</html>", "Content-Type: text/html"),
        ["a page"] = new Fault.Instead(200, "<html>Please log in</html>", "Content-Type: text/html"),
        ["nothing"] = new Fault.Instead(200, ""),
        [Expired] = new Fault.Instead(410, ScriptedCluster.Expired),
    };

    /// <summary>What is asked for, and what is unknown when it is never answered.</summary>
    private static readonly Dictionary<string, (Func<ProxiedRequest, bool> Is, string Unknown)> Places = new()
    {
        ["a first page"] = (request => request.Path == ConfigMaps && !request.Address.Contains("continue", StringComparison.Ordinal), "configmaps"),
        ["a later page"] = (request => request.Path == ConfigMaps && request.Address.Contains("continue", StringComparison.Ordinal), "configmaps"),
        ["a namespace"] = (request => request.Path == $"/api/v1/namespaces/{Ns}", "namespaces"),
        ["a group"] = (request => request.Path == "/apis/apps/v1", "*.apps"),
        ["all groups"] = (request => request.Path == "/apis", ""),
    };

    private readonly string _directory = Directory.CreateTempSubdirectory().FullName;
    private readonly FakeTime _time = new();

    public static TheoryData<string, string> All
    {
        get
        {
            TheoryData<string, string> all = [];
            foreach ((string fault, string place) in Faults.Keys.SelectMany(fault => Places.Keys.Select(place => (fault, place))))
            {
                all.Add(fault, place);
            }

            return all;
        }
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [ApiServerTheory]
    [MemberData(nameof(All))]
    public async Task What_fails_once_is_asked_again(string fault, string place)
    {
        int left = 1;
        using FaultyProxy proxy = new(server.Client(), request => Places[place].Is(request) && Interlocked.Decrement(ref left) >= 0 ? Faults[fault] : null);

        Taken taken = await Take(proxy.Before(server.Auditor));

        proxy.Made.ShouldBe(1);
        ShouldBeRight(taken);
        // Only a list can be begun anew.
        taken.Summary.IsComplete.ShouldBe(fault != Expired || place is "a first page" or "a later page" or "a namespace");
        _time.Waits.Any(wait => wait >= 3).ShouldBe(fault == "429");
    }

    [ApiServerTheory]
    [MemberData(nameof(All))]
    public async Task What_always_fails_is_unknown(string fault, string place)
    {
        using FaultyProxy proxy = new(server.Client(), request => Places[place].Is(request) ? Faults[fault] : null);

        Taken taken = await Take(proxy.Before(server.Auditor));

        proxy.Made.ShouldBeGreaterThan(0);
        ShouldBeRight(taken);
        taken.Summary.IsComplete.ShouldBeFalse();
        string[] unknown = [.. taken.Summary.Kinds.Where(kind => kind.Outcome == KindOutcome.Unknown).Select(kind => kind.ToString())];
        unknown.ShouldBe(Places[place].Unknown.Length > 0 ? [Places[place].Unknown] : []);
        taken.Summary.Problems.IsEmpty.ShouldBe(Places[place].Unknown.Length > 0);
    }

    /// <summary>Each line: after so many requests.</summary>
    [ApiServerTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(40)]
    [InlineData(50)]
    public async Task A_token_that_expires_makes_the_rest_unknown(int after)
    {
        int requests = 0;
        using FaultyProxy proxy = new(server.Client(), _ => Interlocked.Increment(ref requests) > after ? Unauthorized : null);

        Taken taken = await Take(proxy.Before(server.Auditor));

        requests.ShouldBeGreaterThan(after);
        ShouldBeRight(taken);
        taken.Summary.IsComplete.ShouldBeFalse();
    }

    [ApiServerFact]
    public async Task A_token_that_expires_and_is_renewed_in_its_file_does_no_harm()
    {
        string file = Path.Combine(_directory, "token");
        await File.WriteAllTextAsync(file, RunningApiServer.AuditorToken);
        int requests = 0;
        bool isOver = false;
        using FaultyProxy proxy = new(server.Client(), request =>
        {
            if (Interlocked.Increment(ref requests) == 40)
            {
                File.WriteAllText(file, RunningApiServer.RenewedAuditorToken);
                Volatile.Write(ref isOver, true);
            }

            return Volatile.Read(ref isOver) && request.Token == RunningApiServer.AuditorToken ? Unauthorized : null;
        });

        Taken taken = await Take(proxy.Before(server.Auditor) with { Credentials = new Credentials.TokenFile(file, Fallback: null) });

        proxy.Made.ShouldBeGreaterThan(0);
        ShouldBeRight(taken);
        taken.Summary.IsComplete.ShouldBeTrue(string.Join('\n', taken.Summary.Kinds.Where(kind => kind.Outcome == KindOutcome.Unknown).Select(kind => kind.Why)));
    }

    [ApiServerFact]
    public async Task Answers_that_are_late_are_waited_for()
    {
        using FaultyProxy proxy = new(server.Client(), _ => new Fault.Late(TimeSpan.FromMilliseconds(40)));

        Taken taken = await TakeInRealTime(proxy, TimeSpan.FromSeconds(20), TimeSpan.FromMinutes(2));

        ShouldBeRight(taken);
        taken.Summary.IsComplete.ShouldBeTrue();
    }

    [ApiServerFact]
    public async Task An_answer_that_is_too_late_is_asked_for_again()
    {
        int left = 1;
        using FaultyProxy proxy = new(server.Client(), request =>
            Places["a later page"].Is(request) && Interlocked.Decrement(ref left) >= 0 ? new Fault.Late(TimeSpan.FromSeconds(30)) : null);

        Taken taken = await TakeInRealTime(proxy, TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(2));

        proxy.Made.ShouldBe(1);
        ShouldBeRight(taken);
        taken.Summary.IsComplete.ShouldBeTrue();
    }

    [ApiServerFact]
    public async Task What_is_too_late_for_all_is_unknown()
    {
        using FaultyProxy proxy = new(server.Client(), request =>
            request.Path.Contains(Ns, StringComparison.Ordinal) ? new Fault.Late(TimeSpan.FromMilliseconds(1500)) : null);

        Taken taken = await TakeInRealTime(proxy, TimeSpan.FromSeconds(20), TimeSpan.FromSeconds(5));

        ShouldBeRight(taken);
        taken.Summary.IsComplete.ShouldBeFalse();
        taken.Summary.Kinds.ShouldContain(kind => kind.Outcome == KindOutcome.Unknown && kind.Why == "not read within 5 s");
    }

    public static TheoryData<string> AllButExpired => [.. Faults.Keys.Where(fault => fault != Expired)];

    [ApiServerTheory]
    [MemberData(nameof(AllButExpired))]
    public async Task A_dry_run_that_fails_is_asked_again_and_stores_nothing(string fault)
    {
        int left = 1;
        using FaultyProxy proxy = new(server.Client(), _ => Interlocked.Decrement(ref left) >= 0 ? Faults[fault] : null);

        (await DryRun(proxy)).Value.ShouldBeOfType<DryRunOutcome.Stored>().Object.GetProperty("data").GetProperty("text").GetString().ShouldBe("other");

        (await Take(server.Auditor)).Text.ShouldContain(undisturbed.Whole.Object("c00"));
    }

    [ApiServerTheory]
    [MemberData(nameof(AllButExpired))]
    public async Task A_dry_run_that_always_fails_says_nothing_of_the_object(string fault)
    {
        using FaultyProxy proxy = new(server.Client(), _ => Faults[fault]);

        (await DryRun(proxy)).Problem.ShouldNotBeNull().Advice.ShouldBe("asked 6 times");

        (await Take(server.Auditor)).Text.ShouldContain(undisturbed.Whole.Object("c00"));
    }

    private async Task<ClusterAnswer<DryRunOutcome>> DryRun(FaultyProxy proxy)
    {
        ServedKind kind = new("", "v1", "ConfigMap", "configmaps", IsNamespaced: true, ["v1"]);
        byte[] json = Encoding.UTF8.GetBytes("""{ "apiVersion": "v1", "kind": "ConfigMap", "metadata": { "name": "c00" }, "data": { "text": "other" } }""");
        using DryRunCluster dry = DryRunCluster.Connect(
            new() { Access = proxy.Before(server.Admin), Version = "1", Time = _time, AttemptTimeout = FakeTime.AttemptTimeout });
        return await dry.Apply(kind, Ns, "c00", json, "argocd", force: true, CancellationToken.None);
    }

    private static Fault.Instead Unauthorized => new(401, """{ "kind": "Status", "message": "Unauthorized" }""");

    /// <summary>A kind that counts as read has all its objects, whole; of all others there is none, and the snapshot is not complete.</summary>
    private void ShouldBeRight(Taken taken)
    {
        foreach (KindAccount kind in undisturbed.Whole.Summary.Kinds.Where(kind => kind.Outcome == KindOutcome.Read))
        {
            KindAccount? same = taken.Summary.Kinds.SingleOrDefault(one => one.Group == kind.Group && one.Version == kind.Version && one.Resource == kind.Resource);
            bool isRead = same is { Outcome: KindOutcome.Read };
            (isRead || !taken.Summary.IsComplete).ShouldBeTrue($"{kind} is not read, and the snapshot counts as complete");
            taken.Of(kind).ShouldBe(isRead ? undisturbed.Whole.Of(kind) : [], $"objects of {kind}");
        }

        ListTests.Read(taken.Text).IsComplete.ShouldBe(taken.Summary.IsComplete);
    }

    private Task<Taken> TakeInRealTime(FaultyProxy proxy, TimeSpan attempt, TimeSpan all) => Taken.From(
        new() { Access = proxy.Before(server.Auditor), Version = "1", AttemptTimeout = attempt },
        new() { Key = undisturbed.Key, Namespaces = [Ns], PageSize = 7, Timeout = all });

    private Task<Taken> Take(ClusterAccess access) => Taken.From(
        new() { Access = access, Version = "1", Time = _time, AttemptTimeout = FakeTime.AttemptTimeout },
        new() { Key = undisturbed.Key, Namespaces = [Ns], PageSize = 7, Time = _time, Timeout = FakeTime.RunTimeout });
}
