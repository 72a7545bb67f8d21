using System.Collections.Immutable;
using PolicyGate.Isolation.Cache;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Protocol;

/// <summary>What a worker begins with.</summary>
public sealed record StartMessage
{
    /// <summary>Without their texts for a worker that need not compile them.</summary>
    public required ImmutableArray<PolicySource> Policies { get; init; }

    /// <summary>The policies as they were compiled before; none to compile them.</summary>
    public required ReadyPolicies Ready { get; init; }

    /// <summary>Compile each policy alone first, to find the one that the compiler does not survive.</summary>
    public required bool OneByOne { get; init; }

    /// <summary>Make machine code of the whole image ahead. Dying of that tells nothing about who is to blame.</summary>
    public required bool Hurries { get; init; }

    public ReadOnlyMemory<byte> Write()
    {
        PayloadWriter writer = new();
        writer.Many(Policies, (to, policy) =>
        {
            to.Text(policy.Id);
            to.Text(policy.File);
            to.Text(Ready.Image.Length == 0 ? policy.Text : "");
        });
        writer.Bytes(Ready.Image);
        writer.Bytes(Ready.Roster);
        writer.Flag(OneByOne);
        writer.Flag(Hurries);
        return writer.Payload;
    }

    public static StartMessage Read(byte[] payload) => PayloadReader.Read(payload, reader => new StartMessage
    {
        Policies = reader.Many(from => new PolicySource(from.Text(), from.Text(), from.Text())),
        Ready = new(reader.Bytes(), reader.Bytes()),
        OneByOne = reader.Flag(),
        Hurries = reader.Flag(),
    });
}
