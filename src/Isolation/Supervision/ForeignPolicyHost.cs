using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Cache;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Supervision;

/// <summary>
/// Foreign policies in workers of their own. A worker that dies takes only the policy down that it was at: the others go
/// on in a fresh one.
/// </summary>
internal sealed class ForeignPolicyHost : IPolicyHost
{
    private readonly ForeignPolicies policies;
    private readonly WorkerLimits limits;
    private readonly List<PolicySource> remaining;
    private readonly List<BrokenPolicy> broken = [];

    /// <summary>Those that took a worker down when they were asked; no worker has them any more.</summary>
    private readonly Dictionary<string, PolicyError> fallen = new(StringComparer.Ordinal);
    private readonly Task<PolicyRoster> preparing;
    private readonly Lock turn = new();
    private WorkerSession? session;

    /// <summary>What the session was started with: a worker names policies by their places in it.</summary>
    private ImmutableArray<PolicySource> started = [];
    private bool isOneByOne;

    /// <summary>Only of an image that was kept: one that did well before.</summary>
    private bool mayHurry = true;
    private bool hurries;

    public ForeignPolicyHost(ForeignPolicies policies, WorkerLimits limits)
    {
        this.policies = policies;
        this.limits = limits;
        remaining = [.. policies.Sources];
        preparing = Task.Factory.StartNew(Prepare, CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
    }

    public PolicyRoster Roster => preparing.GetAwaiter().GetResult();

    public void Expect(Estate estate)
    {
        ReadOnlyMemory<byte> message = EstateMessage.Write(estate);
        _ = Roster;
        lock (turn)
        {
            try
            {
                session?.Show(estate, _ => message);
            }
            catch (WorkerDiedException)
            {
                // Whose fault that was is found out when it is asked to judge, which fails the same way.
            }
        }
    }

    public HostAnswers Judge(HostRequest request)
    {
        _ = Roster;
        lock (turn)
        {
            List<PlannedPolicy> pending = [.. Standing(request)];
            List<PolicyAnswers> answers =
                [.. request.Policies.Except(pending).Select(planned => PolicyAnswers.Without(planned.Policy.Id, fallen[planned.Policy.Id]))];
            ImmutableArray<ParameterProblem> problems = [];
            while (pending.Count > 0)
            {
                problems = [.. problems, .. JudgeOnce(request, pending, answers)];
            }

            return new([.. answers], problems);
        }
    }

    public void Dispose()
    {
        preparing.Wait();
        session?.Dispose();
    }

    private ImmutableArray<ParameterProblem> JudgeOnce(HostRequest request, List<PlannedPolicy> pending, List<PolicyAnswers> answers)
    {
        try
        {
            Reopen();
            ImmutableArray<ParameterProblem> problems = session!.Judge(request with { Policies = [.. pending] }, answer =>
            {
                pending.RemoveAll(planned => planned.Policy.Id == answer.Policy);
                answers.Add(answer);
            });
            pending.Clear();
            return problems;
        }
        catch (WorkerDiedException) when (hurries)
        {
            GoSlowly();
            AskAgain(request, pending, answers);
            return [];
        }
        catch (WorkerDiedException died)
        {
            PlannedPolicy culprit = CulpritOf(died, pending.Count > 0 ? pending : [request.Policies[^1]]);
            fallen[culprit.Policy.Id] = died.Error;
            answers.RemoveAll(answer => answer.Policy == culprit.Policy.Id);
            answers.Add(PolicyAnswers.Only(culprit.Policy.Id, WorkerSession.AnswerAbout(died.Last, request.Estate, died.Error)));
            pending.Remove(culprit);
            remaining.RemoveAll(source => source.Id == culprit.Policy.Id);
            GoSlowly();
            return [];
        }
    }

    /// <summary>All that stand: it may have died when it had only to say which parameters it did not take.</summary>
    private void AskAgain(HostRequest request, List<PlannedPolicy> pending, List<PolicyAnswers> answers)
    {
        answers.RemoveAll(answer => !fallen.ContainsKey(answer.Policy));
        pending.Clear();
        pending.AddRange(Standing(request));
    }

    private IEnumerable<PlannedPolicy> Standing(HostRequest request) =>
        request.Policies.Where(planned => !fallen.ContainsKey(planned.Policy.Id));

    /// <summary>Policies judge in their order, so the one without an answer is first among the pending.</summary>
    private PlannedPolicy CulpritOf(WorkerDiedException died, List<PlannedPolicy> pending) =>
        pending.Find(planned => planned.Policy.Id == SourceAt(died.Last)?.Id) ?? pending[0];

    private PolicySource? SourceAt(Announcement last) =>
        last.Policy >= 0 && last.Policy < started.Length ? started[last.Policy] : null;

    private PolicyRoster Prepare()
    {
        PolicyRoster? ready = null;
        while (remaining.Count > 0 && ready is null)
        {
            ready = PrepareOnce();
        }

        foreach (BrokenPolicy one in ready?.Broken ?? [])
        {
            broken.Add(one);
            remaining.RemoveAll(source => source.Id == one.Source.Id);
        }

        return PolicyRoster.Of(ready?.Policies ?? [], broken);
    }

    private PolicyRoster? PrepareOnce()
    {
        try
        {
            Reopen();
            isOneByOne = false;
            return WithIsolation(session!);
        }
        catch (WorkerDiedException) when (hurries)
        {
            GoSlowly();
        }
        catch (WorkerDiedException died)
        {
            Blame(died);
        }
        catch (Exception exception) when (exception is Win32Exception or IOException or UnauthorizedAccessException)
        {
            BreakAll(new(ErrorCode.Crash, $"the process for policies could not be started: {exception.Message}"));
        }

        return null;
    }

    private void Reopen()
    {
        if (session is not null)
        {
            return;
        }

        started = [.. remaining];
        ReadyPolicies ready = policies.Ready(remaining);
        hurries = mayHurry && ready.Image.Length > 0;
        session = new(
            StartOf(remaining) with { Ready = ready, OneByOne = isOneByOne, Hurries = hurries },
            policies.Options.Spare?.Take(limits) ?? new(limits),
            policies.Keep);
        if (ready.Image.Length == 0 && session.Roster.Broken.IsEmpty)
        {
            policies.Keep(remaining, RosterMessage.Write(session.Roster).ToArray());
        }
    }

    private static StartMessage StartOf(IEnumerable<PolicySource> sources) =>
        new() { Policies = [.. sources], Ready = ReadyPolicies.None, OneByOne = false, Hurries = false };

    private PolicyRoster? WithIsolation(WorkerSession opened)
    {
        ConfinementReport report = opened.Confinement;
        policies.Isolation = new(
            [.. report.Applied.Select(measure => measure.Name)],
            [.. report.Missing.Select(missing => new MissingIsolation(missing.Measure.Name, missing.Reason))]);
        if (report.Missing.IsEmpty || !policies.Options.RequireIsolation)
        {
            return opened.Roster;
        }

        string missing = string.Join("; ", report.Missing.Select(one => $"{one.Measure.Name}: {one.Reason}"));
        BreakAll(new(ErrorCode.Refused, $"not run, because isolation is required and this machine lacks some of it ({missing})"));
        return null;
    }

    /// <summary>
    /// Leaves out the policy that a worker was at when it died. When that may be any of several, the next worker takes
    /// them one by one, and after that each gets a worker of its own.
    /// </summary>
    private void Blame(WorkerDiedException died)
    {
        Close();
        PolicySource? culprit = remaining.Count == 1 ? remaining[0] : SourceAt(died.Last);
        if (culprit is not null)
        {
            bool isCompiling = died.Last.Step == WorkerStep.Compiling;
            string doing = isCompiling ? "compiling it" : "making it ready";
            broken.Add(BrokenPolicy.Because(culprit, died.Error.Code, $"{doing} did not end well: {died.Error.Message}"));
            remaining.Remove(culprit);
        }
        else if (!isOneByOne)
        {
            isOneByOne = true;
        }
        else
        {
            LeaveOutCulprits(died.Error);
        }
    }

    /// <summary>It may have died of a method of another policy than the one that it was at; the next one will tell.</summary>
    private void GoSlowly()
    {
        mayHurry = false;
        Close();
    }

    /// <summary>
    /// Leaves out the policies with which a worker dies that has no others. When there are none, they were too much
    /// together, and those that keep a worker longest go.
    /// </summary>
    private void LeaveOutCulprits(PolicyError together)
    {
        List<(PolicySource Source, PolicyError? Error, TimeSpan Took)> tried = [.. remaining.Select(TryAlone)];
        TimeSpan usual = tried.Select(one => one.Took).Order().ElementAt(tried.Count / 2);
        TimeSpan longest = tried.Max(one => one.Took);
        bool anyDied = tried.Any(one => one.Error is not null);
        foreach ((PolicySource source, PolicyError? error, TimeSpan took) in tried)
        {
            if ((anyDied ? error : took > 2 * usual || took == longest ? together : null) is { } reason)
            {
                broken.Add(BrokenPolicy.Because(source, reason.Code, $"making it ready did not end well: {reason.Message}"));
                remaining.Remove(source);
            }
        }
    }

    private (PolicySource Source, PolicyError? Error, TimeSpan Took) TryAlone(PolicySource source)
    {
        Stopwatch watch = Stopwatch.StartNew();
        try
        {
            using WorkerSession alone = new(StartOf([source]), new(limits), _ => { });
            return (source, null, watch.Elapsed);
        }
        catch (WorkerDiedException died)
        {
            return (source, died.Error, watch.Elapsed);
        }
    }

    private void BreakAll(PolicyError error)
    {
        Close();
        broken.AddRange(remaining.Select(source => BrokenPolicy.Because(source, error.Code, error.Message)));
        remaining.Clear();
    }

    private void Close()
    {
        session?.Dispose();
        session = null;
    }
}
