namespace PolicyGate.Isolation.Cache;

/// <summary>Policies that need no compiling.</summary>
/// <param name="Image">Their assembly, which was checked; empty when there is none.</param>
/// <param name="Roster">
/// What they say of themselves, as <see cref="Protocol.RosterMessage"/> writes it; empty when only a worker can tell.
/// </param>
public sealed record ReadyPolicies(byte[] Image, byte[] Roster)
{
    public static ReadyPolicies None { get; } = new([], []);
}
