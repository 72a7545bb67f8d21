using PolicyGate.Evaluate.Judge;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using static PolicyGate.Isolation.Tests.Protocol.Values;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Isolation.Tests.Protocol;

/// <summary>A worker is asked for the very environments and parameters that the parent has planned.</summary>
public sealed class JudgeMessageTests
{
    private static readonly PolicyHeader Policy = new()
    {
        Id = "a/b",
        File = "policies/a/b.csx",
        Title = "t",
        Reason = "",
        Severity = Severity.Low,
        Controls = [],
        Remediation = "",
        Parameters = new([]),
    };

    [Fact]
    public void Parameters_come_through_for_their_environment()
    {
        Estate estate = Estates.OfOnePod();
        Node parameters = new Document("profile.yaml", 0, Map((4, "max", Text(4, "3")))).Root;
        Dictionary<Environment, Application> applications = new() { [estate.Environments[0]] = new(Severity.High, [parameters["max"]]) };

        HostRequest read = Crossed(new() { Estate = estate, KeepPasses = true, Policies = [new(Policy, applications)] });

        read.KeepPasses.ShouldBeTrue();
        Application application = read.Policies.Single().Applications[read.Estate.Environments[0]];
        Node parameter = application.Parameters.ShouldHaveSingleItem();
        (parameter.Name, parameter.Text, parameter.Location).ShouldBe(("max", "3", parameters["max"].Location));
    }

    [Fact]
    public void A_message_that_is_cut_off_is_refused()
    {
        Estate estate = Estates.OfOnePod();
        Dictionary<Environment, Application> applications = new() { [estate.Environments[0]] = new(Severity.High, []) };
        byte[] message = JudgeMessage.Write(new() { Estate = estate, Policies = [new(Policy, applications)] }).ToArray();

        foreach (int length in Enumerable.Range(0, message.Length))
        {
            Should.Throw<ProtocolException>(() => JudgeMessage.Read(message[..length], estate, Known));
        }
    }

    private static PolicyHeader Known(string id) => id == Policy.Id ? Policy : throw new KeyNotFoundException(id);

    private static HostRequest Crossed(HostRequest request) =>
        JudgeMessage.Read(JudgeMessage.Write(request).ToArray(), request.Estate, Known);
}
