using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Protocol;

/// <summary>What the compiler says about a policy.</summary>
internal static class DiagnosticCode
{
    public static void Write(PayloadWriter writer, PolicyDiagnostic diagnostic)
    {
        writer.Text(diagnostic.File);
        writer.Number(diagnostic.Line);
        writer.Number(diagnostic.Column);
        writer.Text(diagnostic.Code);
        writer.Text(diagnostic.Message);
    }

    public static PolicyDiagnostic Read(PayloadReader reader) =>
        new(reader.Text(), reader.Number(), reader.Number(), reader.Text(), reader.Text());
}
