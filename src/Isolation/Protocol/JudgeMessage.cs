using PolicyGate.Evaluate.Judge;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Which policies are to judge which environments of which estate.</summary>
public static class JudgeMessage
{
    public static ReadOnlyMemory<byte> Write(int estate, HostRequest request, EstatePlaces places)
    {
        PayloadWriter writer = new();
        writer.Number(estate);
        writer.Flag(request.KeepPasses);
        writer.Many(request.Policies, (to, planned) =>
        {
            to.Text(planned.Policy.Id);
            to.Many([.. planned.Applications], (into, application) =>
            {
                into.Number(places.NumberOf(application.Key));
                into.Many(application.Value.Parameters, WriteParameter);
            });
        });
        return writer.Payload;
    }

    /// <param name="payload">The message.</param>
    /// <param name="estates">What the worker has read, in the order in which it was asked to.</param>
    /// <param name="policies">The policies that can judge.</param>
    public static (int Estate, HostRequest Request) Read(
        byte[] payload, IReadOnlyList<(Estate Estate, EstatePlaces Places)> estates, IReadOnlyDictionary<string, PolicyHeader> policies) =>
        PayloadReader.Read(payload, reader =>
        {
            int index = reader.Index(estates.Count);
            (Estate estate, EstatePlaces places) = estates[index];
            return (index, new HostRequest
            {
                Estate = estate,
                KeepPasses = reader.Flag(),
                Policies = reader.Many(from => new PlannedPolicy(policies[from.Text()], ReadApplications(from, places))),
            });
        });

    private static Dictionary<Environment, Application> ReadApplications(PayloadReader reader, EstatePlaces places) => reader
        .Many(from => (Environment: places.Environment(from.Number())!, Parameters: from.Many(ReadParameter)))
        .ToDictionary(one => one.Environment, one => new Application(Severity.Low, one.Parameters));

    private static void WriteParameter(PayloadWriter writer, Node field)
    {
        writer.Text(field.Document.File);
        writer.Text(field.Name);
        ValueCode.Write(writer, field.Value!);
    }

    private static Node ReadParameter(PayloadReader reader)
    {
        string file = reader.Text();
        string name = reader.Text();
        Value value = ValueCode.Read(reader);
        Scalar key = new(name, ScalarStyle.Plain, null, value.Span);
        Document document = new(file, 0, new Mapping([new(key, value)], isFlow: false, value.Span));
        return document.Root.Field(name);
    }
}
