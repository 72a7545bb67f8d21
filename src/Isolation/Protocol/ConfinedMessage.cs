using PolicyGate.Isolation.Confinement;

namespace PolicyGate.Isolation.Protocol;

/// <summary>Which measures hold the worker.</summary>
public static class ConfinedMessage
{
    public static ReadOnlyMemory<byte> Write(ConfinementReport report)
    {
        PayloadWriter writer = new();
        writer.Many(report.Applied, (to, measure) => to.Text(measure.Name));
        writer.Many(report.Missing, (to, missing) =>
        {
            to.Text(missing.Measure.Name);
            to.Text(missing.Reason);
        });
        return writer.Payload;
    }

    public static ConfinementReport Read(byte[] payload) => PayloadReader.Read(payload, reader => new ConfinementReport(
        reader.Many(ReadMeasure),
        reader.Many(from => new MissingMeasure(ReadMeasure(from), from.Text()))));

    private static Measure ReadMeasure(PayloadReader reader) =>
        Measure.Named(reader.Text()) ?? throw new ProtocolException("there is no such measure");
}
