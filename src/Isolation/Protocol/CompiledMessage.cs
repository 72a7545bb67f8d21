using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Protocol;

/// <summary>What came of compiling.</summary>
public static class CompiledMessage
{
    public static ReadOnlyMemory<byte> Write(CompiledPolicies compiled)
    {
        PayloadWriter writer = new();
        writer.Bytes(compiled.Image);
        writer.Many(compiled.Diagnostics, (to, one) =>
        {
            to.Text(one.Key);
            to.Many(one.Value, DiagnosticCode.Write);
        });
        return writer.Payload;
    }

    public static CompiledPolicies Read(byte[] payload) => PayloadReader.Read(payload, reader => new CompiledPolicies(
        reader.Bytes(),
        reader.Many(from => (Id: from.Text(), Diagnostics: from.Many(DiagnosticCode.Read)))
            .ToDictionary(one => one.Id, one => one.Diagnostics.ToArray(), StringComparer.Ordinal)));
}
