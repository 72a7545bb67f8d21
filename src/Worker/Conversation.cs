using System.Collections.Immutable;
using System.Reflection;
using PolicyGate.Compile;
using PolicyGate.Evaluate.Judge;
using PolicyGate.Evaluate.Parameters;
using PolicyGate.Evaluate.Policies;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Worker;

/// <summary>What a worker does, in the order in which it does it: nothing of a policy runs before the worker is sealed.</summary>
internal sealed class Conversation(ParentMessages parent, FrameStream answers, Journal journal)
{
    public void Hold(ConfinementReport entered)
    {
        journal.Announce(WorkerStep.Starting);
        StartMessage start = StartMessage.Read(parent.Next(Message.Start));
        answers.Write(Message.Confined, ConfinedMessage.Write(entered));
        CompiledPolicies compiled = start.Ready.Image.Length > 0 ? CompiledPolicies.Nothing with { Image = start.Ready.Image } : Compile(start);
        Assembly? assembly = PolicyImage.Load(compiled.Image, start.Hurries);
        answers.Write(Message.Confined, ConfinedMessage.Write(WorkerConfinement.Seal()));
        MeteredProceedings proceedings = new(journal, start.Policies);
        LocalPolicyHost host = start.Ready.Roster.Length > 0
            ? Known(start, PolicyAssembly.OfKnown(assembly!, proceedings), proceedings)
            : Introduced(MakeReady(start.Policies, compiled, assembly, proceedings));
        Answer(host, proceedings);
    }

    /// <summary>Policies that said before what they are: each is made when it is first asked.</summary>
    private static LocalPolicyHost Known(StartMessage start, PolicyAssembly assembly, MeteredProceedings proceedings)
    {
        Dictionary<string, PolicySource> sources = start.Policies.ToDictionary(source => source.Id, StringComparer.Ordinal);
        PolicyRoster roster = RosterMessage.Read(start.Ready.Roster, sources);
        return new(roster.Policies.Select(assembly.Known), roster.Broken, proceedings);
    }

    private LocalPolicyHost Introduced(LocalPolicyHost host)
    {
        answers.Write(Message.Roster, RosterMessage.Write(host.Roster));
        return host;
    }

    private CompiledPolicies Compile(StartMessage start)
    {
        for (int index = 0; start.OneByOne && index < start.Policies.Length; index++)
        {
            journal.Announce(WorkerStep.Compiling, index);
            PolicyCompiler.Compile([start.Policies[index]], metered: true);
        }

        journal.Announce(WorkerStep.Compiling);
        CompiledPolicies compiled = PolicyCompiler.Compile(start.Policies, metered: true);
        answers.Write(Message.Compiled, CompiledMessage.Write(compiled));
        return compiled;
    }

    private static LocalPolicyHost MakeReady(
        ImmutableArray<PolicySource> sources, CompiledPolicies compiled, Assembly? image, MeteredProceedings proceedings)
    {
        PolicyAssembly? assembly = image is null ? null : PolicyAssembly.Of(image, proceedings);
        List<LoadedPolicy> ready = [];
        List<BrokenPolicy> broken = [];
        foreach (PolicySource source in sources)
        {
            if (compiled.Diagnostics.TryGetValue(source.Id, out PolicyDiagnostic[]? diagnostics))
            {
                broken.Add(new(source, ErrorCode.Refused, [.. diagnostics]));
                continue;
            }

            (LoadedPolicy? policy, PolicyError? error) = assembly!.Load(source, isForeign: true);
            if (policy is null)
            {
                broken.Add(BrokenPolicy.Because(source, error!.Code, error.Message));
            }
            else
            {
                ready.Add(policy);
            }
        }

        return new(ready, broken, proceedings);
    }

    private void Answer(LocalPolicyHost host, MeteredProceedings proceedings)
    {
        Estate? estate = null;
        while (true)
        {
            journal.Announce(WorkerStep.Waiting);
            (Message message, byte[] payload) = parent.Next();
            journal.Announce(WorkerStep.Reading);
            switch (message)
            {
                case Message.Estate:
                    estate = EstateMessage.Read(payload);
                    proceedings.TakeUp(estate);
                    break;
                case Message.Judge when estate is not null:
                    Answer(JudgeMessage.Read(payload, estate, host.HeaderOf), host, proceedings.Places!);
                    break;
                default:
                    throw new ProtocolException($"{message} came out of turn");
            }
        }
    }

    private void Answer(HostRequest request, LocalPolicyHost host, EstatePlaces places)
    {
        ImmutableArray<ParameterProblem>.Builder problems = ImmutableArray.CreateBuilder<ParameterProblem>();
        foreach (PlannedPolicy planned in request.Policies)
        {
            HostAnswers given = host.Judge(planned, request);
            problems.AddRange(given.Problems);
            foreach (PolicyAnswers one in given.Policies)
            {
                answers.Write(Message.Answers, AnswersMessage.Write(one, places));
            }
        }

        answers.Write(Message.Judged, JudgedMessage.Write(problems.ToImmutable()));
    }
}
