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
        CompiledPolicies compiled = Compile(start);
        answers.Write(Message.Compiled, CompiledMessage.Write(compiled));
        PolicyImage image = new(compiled.Image, start.Hurries);
        journal.Announce(WorkerStep.Reading);
        ImmutableArray<(Estate Estate, EstatePlaces Places)> estates = [.. start.Estates.Select(Read)];
        answers.Write(Message.Collected, DigestsOf(estates.Select(one => one.Estate)));
        Assembly? assembly = image.Assembly;
        answers.Write(Message.Confined, ConfinedMessage.Write(WorkerConfinement.Seal()));
        MeteredProceedings proceedings = new(journal, start.Policies);
        LocalPolicyHost host = MakeReady(start.Policies, compiled, assembly, proceedings);
        answers.Write(Message.Roster, RosterMessage.Write(host.Roster));
        Answer(host, estates, proceedings);
    }

    private CompiledPolicies Compile(StartMessage start)
    {
        if (start.Image.Length > 0)
        {
            return CompiledPolicies.Nothing with { Image = start.Image };
        }

        for (int index = 0; start.OneByOne && index < start.Policies.Length; index++)
        {
            journal.Announce(WorkerStep.Compiling, index);
            PolicyCompiler.Compile([start.Policies[index]], metered: true);
        }

        journal.Announce(WorkerStep.Compiling);
        return PolicyCompiler.Compile(start.Policies, metered: true);
    }

    private static (Estate Estate, EstatePlaces Places) Read(EstateSource source)
    {
        Estate estate = EstateReader.Read(source);
        return (estate, new(estate));
    }

    private static ReadOnlyMemory<byte> DigestsOf(IEnumerable<Estate> estates)
    {
        PayloadWriter writer = new();
        writer.Many([.. estates.Select(EstateDigest.Of)], (to, digest) => to.Bytes(digest));
        return writer.Payload;
    }

    private static LocalPolicyHost MakeReady(
        ImmutableArray<PolicySource> sources, CompiledPolicies compiled, Assembly? image, MeteredProceedings proceedings)
    {
        PolicyAssembly? assembly = image is null ? null : new(image, proceedings);
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

    private void Answer(
        LocalPolicyHost host, ImmutableArray<(Estate Estate, EstatePlaces Places)> estates, MeteredProceedings proceedings)
    {
        Dictionary<string, PolicyHeader> policies = host.Roster.Policies.ToDictionary(policy => policy.Id, StringComparer.Ordinal);
        while (true)
        {
            journal.Announce(WorkerStep.Waiting);
            (int estate, HostRequest request) = JudgeMessage.Read(parent.Next(Message.Judge), estates, policies);
            proceedings.TakeUp(estates[estate].Estate, estates[estate].Places);
            ImmutableArray<ParameterProblem>.Builder problems = ImmutableArray.CreateBuilder<ParameterProblem>();
            foreach (PlannedPolicy planned in request.Policies)
            {
                HostAnswers given = host.Judge(planned, request);
                problems.AddRange(given.Problems);
                foreach (PolicyAnswers one in given.Policies)
                {
                    answers.Write(Message.Answers, AnswersMessage.Write(one, estates[estate].Places));
                }
            }

            answers.Write(Message.Judged, JudgedMessage.Write(problems.ToImmutable()));
        }
    }
}
