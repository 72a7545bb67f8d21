using System.Collections.Immutable;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// An estate as a worker gets it, so that the worker needs no file. Each document crosses once, however many
/// environments hold it, and its objects as the ways to them.
/// </summary>
public static class EstateMessage
{
    /// <summary>The first of January of the year 1, for which nobody judges.</summary>
    private const int NoDay = 0;

    public static ReadOnlyMemory<byte> Write(Estate estate)
    {
        PayloadWriter writer = new();
        SentDocuments documents = new(writer, new(writer));
        ImmutableArray<EnvironmentContents> contents = [.. estate.Environments.Select(environment => environment.Contents)];
        writer.Number(estate.Day?.DayNumber ?? NoDay);
        writer.Many(contents, (to, one) => Write(to, one, documents));
        writer.Optional(estate.ChangeFacts, (_, document) => documents.Write(document));
        writer.Many(estate.Surroundings.Workflows, (_, document) => documents.Write(document));
        writer.Many(estate.Surroundings.CodeOwners, (_, document) => documents.Write(document));
        writer.Many(estate.Surroundings.ImageFacts, (_, document) => documents.Write(document));
        return writer.Payload;
    }

    public static Estate Read(byte[] payload) => PayloadReader.Read(payload, Read);

    private static Estate Read(PayloadReader reader)
    {
        ReceivedDocuments documents = new(reader, new(reader));
        int day = reader.Number();
        ImmutableArray<EnvironmentContents> contents = reader.Many(from => ReadContents(from, documents));
        Document? change = reader.Optional(_ => documents.Read());
        Surroundings surroundings = new()
        {
            Workflows = reader.Many(_ => documents.Read()),
            CodeOwners = reader.Many(_ => documents.Read()),
            ImageFacts = reader.Many(_ => documents.Read()),
        };
        return new(contents, change, day == NoDay ? null : DateOnly.FromDayNumber(day), surroundings);
    }

    private static void Write(PayloadWriter writer, EnvironmentContents contents, SentDocuments documents)
    {
        writer.Text(contents.Name);
        writer.Optional(contents.Descriptor, (_, document) => documents.Write(document));
        writer.Many(contents.Manifests, (to, manifest) =>
        {
            documents.Write(manifest.Document);
            EstatePlaces.WriteSteps(to, manifest.Route);
        });
        writer.Optional(contents.ExistingFiles, (to, files) => to.Many(files, (into, file) => into.Text(file)));
    }

    private static EnvironmentContents ReadContents(PayloadReader reader, ReceivedDocuments documents)
    {
        string name = reader.Text();
        Document? descriptor = reader.Optional(_ => documents.Read());
        ImmutableArray<Node> manifests = reader.Many(from => EstatePlaces.ReadSteps(from, documents.Read().Root));
        return new(name, descriptor, manifests)
        {
            ExistingFiles = reader.Optional<IReadOnlyCollection<string>>(from => from.Many(again => again.Text())),
        };
    }

    /// <summary>Documents that went over already are known by their number, from 1.</summary>
    private sealed class SentDocuments(PayloadWriter writer, ValueWriter values)
    {
        private readonly Dictionary<Document, int> numbers = new(ReferenceEqualityComparer.Instance);

        public void Write(Document document)
        {
            if (numbers.TryGetValue(document, out int known))
            {
                writer.Number(known);
                return;
            }

            numbers.Add(document, numbers.Count + 1);
            writer.Number(0);
            writer.Text(document.File);
            writer.Number(document.Index);
            values.Write(document.Value);
        }
    }

    private sealed class ReceivedDocuments(PayloadReader reader, ValueReader values)
    {
        private readonly List<Document> documents = [];

        public Document Read()
        {
            int known = reader.Index(documents.Count + 1);
            if (known > 0)
            {
                return documents[known - 1];
            }

            Document document = new(reader.Text(), reader.Number(), values.Read());
            documents.Add(document);
            return document;
        }
    }
}
