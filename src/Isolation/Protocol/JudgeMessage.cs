using PolicyGate.Evaluate.Judge;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;
using PolicyGate.Model.Nodes;
using Environment = PolicyGate.Model.Estates.Environment;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Which policies are to judge which environments of the estate that the worker has.</summary>
public static class JudgeMessage
{
    public static ReadOnlyMemory<byte> Write(HostRequest request)
    {
        PayloadWriter writer = new();
        ValueWriter values = new(writer);
        writer.Flag(request.KeepPasses);
        writer.Many(request.Policies, (to, planned) =>
        {
            to.Text(planned.Policy.Id);
            to.Many([.. planned.Applications.Keys], (into, environment) =>
            {
                into.Number(request.Estate.Environments.IndexOf(environment));
                into.Many(planned.Applications[environment].Parameters, (_, field) => WriteParameter(writer, values, field));
            });
        });
        return writer.Payload;
    }

    /// <param name="payload">The message.</param>
    /// <param name="estate">The estate that came before.</param>
    /// <param name="policy">Gives a policy by its id.</param>
    public static HostRequest Read(byte[] payload, Estate estate, Func<string, PolicyHeader> policy) =>
        PayloadReader.Read(payload, reader =>
        {
            ValueReader values = new(reader);
            return new HostRequest
            {
                Estate = estate,
                KeepPasses = reader.Flag(),
                Policies = reader.Many(from => new PlannedPolicy(policy(from.Text()), ReadApplications(from, values, estate))),
            };
        });

    private static Dictionary<Environment, Application> ReadApplications(PayloadReader reader, ValueReader values, Estate estate)
    {
        Dictionary<Environment, Application> applications = [];
        for (int count = reader.Count(); count > 0; count--)
        {
            Environment environment = estate.Environments[reader.Index(estate.Environments.Length)];
            applications.Add(environment, new(Severity.Low, reader.Many(from => ReadParameter(from, values))));
        }

        return applications;
    }

    private static void WriteParameter(PayloadWriter writer, ValueWriter values, Node field)
    {
        writer.Text(field.Document.File);
        writer.Text(field.Name);
        values.Write(field.Value!);
    }

    private static Node ReadParameter(PayloadReader reader, ValueReader values)
    {
        string file = reader.Text();
        string name = reader.Text();
        Value value = values.Read();
        Scalar key = new(name, ScalarStyle.Plain, null, value.Span);
        Document document = new(file, 0, new Mapping([new(key, value)], isFlow: false, value.Span));
        return document.Root.Field(name);
    }
}
