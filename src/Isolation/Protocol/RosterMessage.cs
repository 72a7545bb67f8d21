using PolicyGate.Evaluate.Policies;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Which policies can judge, and why the others cannot.</summary>
public static class RosterMessage
{
    public static ReadOnlyMemory<byte> Write(PolicyRoster roster)
    {
        PayloadWriter writer = new();
        writer.Many(roster.Policies, WriteHeader);
        writer.Many(roster.Broken, (to, broken) =>
        {
            to.Text(broken.Source.Id);
            to.Number((int)broken.Code);
            to.Many(broken.Diagnostics, DiagnosticCode.Write);
        });
        return writer.Payload;
    }

    /// <summary>Only what was asked about is answered, each policy once.</summary>
    public static PolicyRoster Read(byte[] payload, IReadOnlyDictionary<string, PolicySource> sources)
    {
        PolicyRoster roster = PayloadReader.Read(payload, reader => new PolicyRoster(
            reader.Many(from => ReadHeader(from, sources)),
            reader.Many(from => new BrokenPolicy(
                SourceOf(from, sources), (ErrorCode)from.Choice((int)ErrorCode.Unknown), PolicyText.Limited(from.Many(DiagnosticCode.Read))))));
        HashSet<string> ids = [.. roster.Policies.Select(policy => policy.Id), .. roster.Broken.Select(broken => broken.Source.Id)];
        return ids.Count == sources.Count && roster.Policies.Length + roster.Broken.Length == sources.Count
            ? roster
            : throw new ProtocolException("the roster is not of the policies that were sent");
    }

    private static void WriteHeader(PayloadWriter writer, PolicyHeader policy)
    {
        writer.Text(policy.Id);
        writer.Text(policy.Title);
        writer.Number((int)policy.Severity);
        writer.Many(policy.Controls, (to, control) => to.Text(control));
        writer.Text(policy.Remediation);
        writer.Many(policy.Parameters.Value, (to, parameter) =>
        {
            to.Text(parameter.Name);
            to.Text(parameter.Type);
            to.Text(parameter.Default);
        });
    }

    private static PolicyHeader ReadHeader(PayloadReader reader, IReadOnlyDictionary<string, PolicySource> sources)
    {
        PolicySource source = SourceOf(reader, sources);
        return PolicyText.Limited(new PolicyHeader
        {
            Id = source.Id,
            File = source.File,
            Reason = source.Reason,
            Title = reader.Text(),
            Severity = (Severity)reader.Choice((int)Severity.Critical),
            Controls = reader.Many(from => from.Text()),
            Remediation = reader.Text(),
            Parameters = new([.. reader.Many(from => new ParameterDescription(from.Text(), from.Text(), from.Text()))]),
        });
    }

    private static PolicySource SourceOf(PayloadReader reader, IReadOnlyDictionary<string, PolicySource> sources) =>
        sources.TryGetValue(reader.Text(), out PolicySource? source) ? source : throw new ProtocolException("a policy is not of this run");
}
