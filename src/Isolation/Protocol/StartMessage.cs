using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Governance;

namespace PolicyGate.Isolation.Protocol;

/// <summary>What a worker begins with.</summary>
public sealed record StartMessage
{
    public required ImmutableArray<PolicySource> Policies { get; init; }

    /// <summary>The policies as an assembly that was checked before; empty to compile them.</summary>
    public required byte[] Image { get; init; }

    /// <summary>Compile each policy alone first, to find the one that the compiler does not survive.</summary>
    public required bool OneByOne { get; init; }

    /// <summary>Make machine code of the whole image ahead. Dying of that tells nothing about who is to blame.</summary>
    public required bool Hurries { get; init; }

    public required ImmutableArray<EstateSource> Estates { get; init; }

    public ReadOnlyMemory<byte> Write()
    {
        PayloadWriter writer = new();
        writer.Many(Policies, (to, policy) =>
        {
            to.Text(policy.Id);
            to.Text(policy.File);
            to.Text(policy.Text);
        });
        writer.Bytes(Image);
        writer.Flag(OneByOne);
        writer.Flag(Hurries);
        writer.Many(Estates, Write);
        return writer.Payload;
    }

    public static StartMessage Read(byte[] payload) => PayloadReader.Read(payload, reader => new StartMessage
    {
        Policies = reader.Many(from => new PolicySource(from.Text(), from.Text(), from.Text())),
        Image = reader.Bytes(),
        OneByOne = reader.Flag(),
        Hurries = reader.Flag(),
        Estates = reader.Many(ReadEstate),
    });

    private static void Write(PayloadWriter writer, EstateSource source)
    {
        writer.Number((int)KindOf(source));
        writer.Number(source.Today?.DayNumber ?? NoDay);
        switch (source)
        {
            case EstateSource.Case one:
                writer.Text(one.Path);
                writer.Text(one.Name);
                break;
            case EstateSource.Repository repository:
                Write(writer, repository);
                break;
            case EstateSource.Live live:
                Write(writer, live.Desired);
                writer.Many(live.Clusters, (to, cluster) =>
                {
                    to.Text(cluster.Snapshot);
                    to.Many(cluster.Environments, (names, name) => names.Text(name));
                });
                break;
        }
    }

    private static void Write(PayloadWriter writer, EstateSource.Repository repository)
    {
        writer.Text(repository.Root);
        writer.Many(repository.Paths, (to, path) => to.Text(path));
        writer.Many(repository.Excluded, (to, glob) => to.Text(glob));
        writer.Many(repository.Facts, (to, file) => to.Text(file));
    }

    private static EstateSource ReadEstate(PayloadReader reader)
    {
        SourceKind kind = (SourceKind)reader.Number();
        int day = reader.Number();
        EstateSource source = ReadEstate(kind, reader);
        return day == NoDay ? source
            : day <= DateOnly.MaxValue.DayNumber ? source with { Today = DateOnly.FromDayNumber(day) }
            : throw new ProtocolException("an estate is of no day");
    }

    private static EstateSource ReadEstate(SourceKind kind, PayloadReader reader) => kind switch
    {
        SourceKind.Case => new EstateSource.Case(reader.Text(), reader.Text()),
        SourceKind.Repository => ReadRepository(reader),
        SourceKind.Live => new EstateSource.Live(
            ReadRepository(reader),
            reader.Many(from => new LiveSource(from.Text(), from.Many(names => names.Text())))),
        _ => throw new ProtocolException("an estate is of no known kind"),
    };

    private static EstateSource.Repository ReadRepository(PayloadReader reader) => new(
        reader.Text(), reader.Many(from => from.Text()), reader.Many(from => from.Text()))
    {
        Facts = reader.Many(from => from.Text()),
    };

    private static SourceKind KindOf(EstateSource source) => source switch
    {
        EstateSource.Case => SourceKind.Case,
        EstateSource.Repository => SourceKind.Repository,
        _ => SourceKind.Live,
    };

    /// <summary>The first of January of the year 1, for which nobody judges.</summary>
    private const int NoDay = 0;

    private enum SourceKind
    {
        Case,
        Repository,
        Live,
    }
}
