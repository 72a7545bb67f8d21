using System.Globalization;
using PolicyGate.Isolation.Confinement;
using PolicyGate.Isolation.Protocol;
using PolicyGate.Metering;

namespace PolicyGate.Worker;

/// <summary>
/// The process in which foreign policies are compiled and judge. It holds nothing: no environment, no handles but its
/// pipes, no token; whatever happens in it, the parent makes the report.
/// </summary>
public static class WorkerProgram
{
    /// <param name="arguments">Pipe in, pipe out, journal file, bytes of heap, seconds of processor time.</param>
    public static int Run(IReadOnlyList<string> arguments)
    {
        HashSeeds.Fix();
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.InvariantCulture;
        FileStream fromParent = Pipes.Open(arguments[0], FileAccess.Read);
        FileStream toParent = Pipes.Open(arguments[1], FileAccess.Write);

        // The parent makes the journal while this process starts, and then sends the secret.
        byte[] secret = new byte[FrameStream.SecretLength];
        fromParent.ReadExactly(secret);
        Journal journal = Journal.Open(arguments[2]);
        ConfinementLimits limits = new(
            TimeSpan.FromSeconds(long.Parse(arguments[4], CultureInfo.InvariantCulture)),
            long.Parse(arguments[3], CultureInfo.InvariantCulture));
        ConfinementReport entered = WorkerConfinement.Enter(limits);
        ParentMessages messages = new(new(fromParent, secret));
        Conversation conversation = new(messages, new(toParent, secret), journal);
        Thread thread = new(() => conversation.Hold(entered), Meter.ThreadStackBytes);
        thread.Start();
        thread.Join();
        return 0;
    }
}
