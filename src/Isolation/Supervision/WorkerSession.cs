using System.Collections.Immutable;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Supervision;

/// <summary>A conversation with one worker, from its start to its end.</summary>
internal sealed class WorkerSession : IDisposable
{
    private readonly WorkerProcess worker;
    private readonly Dictionary<string, PolicySource> sources;
    private Estate? shown;

    /// <summary>Tells a worker what to do and waits until its policies are ready.</summary>
    /// <param name="start">What it begins with.</param>
    /// <param name="process">The worker, fresh; it ends with the session.</param>
    /// <param name="compiled">Called with what was compiled, before any code of a policy has run; not when it was compiled before.</param>
    /// <exception cref="WorkerDiedException">It did not come so far.</exception>
    public WorkerSession(StartMessage start, WorkerProcess process, Action<CompiledPolicies> compiled)
    {
        sources = start.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        worker = process;
        try
        {
            worker.Send(Message.Start, start.Write());
            ConfinementReport entered = Receive(Message.Confined, ConfinedMessage.Read);
            if (start.Ready.Image.Length == 0)
            {
                compiled(Receive(Message.Compiled, CompiledMessage.Read));
            }

            ConfinementReport isSealed = Receive(Message.Confined, ConfinedMessage.Read);
            Confinement = worker.Surroundings.And(entered).And(isSealed).Complete();
            Roster = start.Ready.Roster.Length > 0
                ? RosterMessage.Read(start.Ready.Roster, sources)
                : Receive(Message.Roster, payload => RosterMessage.Read(payload, sources));
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    public ConfinementReport Confinement { get; }

    public PolicyRoster Roster { get; }

    /// <summary>Sends an estate that is going to be judged, unless the worker has it.</summary>
    /// <param name="estate">The estate.</param>
    /// <param name="message">Makes the message of it.</param>
    /// <exception cref="WorkerDiedException">It ended before.</exception>
    public void Show(Estate estate, Func<Estate, ReadOnlyMemory<byte>> message)
    {
        if (shown != estate)
        {
            worker.Send(Message.Estate, message(estate));
            shown = estate;
        }
    }

    /// <summary>Has policies judge.</summary>
    /// <param name="request">What they are asked.</param>
    /// <param name="answered">Called with the answers of each policy, in the order of the request.</param>
    /// <exception cref="WorkerDiedException">It ended before all had answered.</exception>
    public ImmutableArray<ParameterProblem> Judge(HostRequest request, Action<PolicyAnswers> answered)
    {
        EstatePlaces places = new(request.Estate);
        Show(request.Estate, EstateMessage.Write);
        worker.Send(Message.Judge, JudgeMessage.Write(request));
        while (true)
        {
            (Message message, byte[] payload) = worker.Receive(sources.Count);
            switch (message)
            {
                case Message.Answers:
                    answered(Believe(payload, from => AnswersMessage.Read(from, places)));
                    break;
                case Message.Judged:
                    return Believe(payload, JudgedMessage.Read);
                default:
                    throw worker.Disbelieved($"it sent {message} out of turn");
            }
        }
    }

    public void Dispose() => worker.Dispose();

    /// <summary>Where a subject is that a worker was at, as far as that can be known.</summary>
    public static Answer AnswerAbout(Announcement last, Estate estate, PolicyError error)
    {
        EstatePlaces places = new(estate);
        try
        {
            ResourceReference? resource = places.Resource(last.Resource);
            Model.Estates.Environment? environment = places.Environment(last.Environment);
            return new()
            {
                Environment = environment?.Name ?? "",
                Resource = resource,
                Subject = last.Subject,
                Place = environment?.Resources.FirstOrDefault(one => one.Reference == resource)?.Node ?? environment?.Node,
                Error = error,
            };
        }
        catch (ProtocolException)
        {
            return Answer.Without(error);
        }
    }

    private T Receive<T>(Message expected, Func<byte[], T> read)
    {
        (Message message, byte[] payload) = worker.Receive(sources.Count);
        return message == expected ? Believe(payload, read) : throw worker.Disbelieved($"it sent {message} instead of {expected}");
    }

    private T Believe<T>(byte[] payload, Func<byte[], T> read)
    {
        try
        {
            return read(payload);
        }
        catch (ProtocolException exception)
        {
            throw worker.Disbelieved(exception.Message);
        }
    }
}
