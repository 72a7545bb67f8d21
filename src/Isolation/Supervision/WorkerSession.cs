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
    private readonly StartMessage start;
    private readonly ImmutableArray<byte[]> digests;

    /// <summary>Tells a worker what to do and waits until its policies are ready.</summary>
    /// <param name="start">What it begins with.</param>
    /// <param name="process">The worker, fresh; it ends with the session.</param>
    /// <param name="compiled">Called with what was compiled, before any code of a policy has run.</param>
    /// <exception cref="WorkerDiedException">It did not come so far.</exception>
    public WorkerSession(StartMessage start, WorkerProcess process, Action<CompiledPolicies> compiled)
    {
        this.start = start;
        sources = start.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        worker = process;
        try
        {
            worker.Send(Message.Start, start.Write());
            ConfinementReport entered = Receive(Message.Confined, ConfinedMessage.Read);
            compiled(Receive(Message.Compiled, CompiledMessage.Read));
            digests = Receive(Message.Collected, ReadDigests);
            ConfinementReport isSealed = Receive(Message.Confined, ConfinedMessage.Read);
            Confinement = worker.Surroundings.And(entered).And(isSealed).Complete();
            Roster = Receive(Message.Roster, payload => RosterMessage.Read(payload, sources));
        }
        catch
        {
            worker.Dispose();
            throw;
        }
    }

    public ConfinementReport Confinement { get; }

    public PolicyRoster Roster { get; }

    /// <summary>Has policies judge.</summary>
    /// <param name="request">What they are asked.</param>
    /// <param name="answered">Called with the answers of each policy, in the order of the request.</param>
    /// <exception cref="WorkerDiedException">It ended before all had answered.</exception>
    public ImmutableArray<ParameterProblem> Judge(HostRequest request, Action<PolicyAnswers> answered)
    {
        int estate = start.Estates.IndexOf(request.Source!);
        if (!EstateDigest.Of(request.Estate).AsSpan().SequenceEqual(digests[estate]))
        {
            throw worker.Disbelieved("it has read other manifests; perhaps they changed meanwhile");
        }

        EstatePlaces places = new(request.Estate);
        worker.Send(Message.Judge, JudgeMessage.Write(estate, request, places));
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

    private ImmutableArray<byte[]> ReadDigests(byte[] payload)
    {
        ImmutableArray<byte[]> read = PayloadReader.Read(payload, reader => reader.Many(from => from.Bytes()));
        return read.Length == start.Estates.Length ? read : throw new ProtocolException("it read another number of estates");
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
