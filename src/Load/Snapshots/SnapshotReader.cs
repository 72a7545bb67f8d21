using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using PolicyGate.Load.Schemas;
using PolicyGate.Model.Live;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Snapshots;

/// <summary>
/// Reads snapshots. A file that is cut off, changed in its counts, or not as the schema says is refused as a whole: half a
/// snapshot would make objects look deleted.
/// </summary>
public sealed class SnapshotReader
{
    private const string Objects = "objects";

    private readonly string _file;
    private readonly SnapshotLimits _limits;
    private readonly Func<LiveObject, bool> _keep;
    private readonly JsonPieces _json;
    private readonly ImmutableArray<LiveObject>.Builder _kept = ImmutableArray.CreateBuilder<LiveObject>();
    private readonly Dictionary<(string ApiVersion, string Kind), int> _counts = [];

    private SnapshotReader(string file, Stream stream, SnapshotLimits limits, Func<LiveObject, bool> keep) =>
        (_file, _limits, _keep, _json) = (file, limits, keep, new(stream, limits));

    /// <summary>Reads a snapshot, compressed or not.</summary>
    /// <param name="file">How problems name it.</param>
    /// <param name="stream">From its start on; can seek.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="keep">Which objects are wanted; null for all. The others are checked and dropped.</param>
    public static SnapshotReading Read(string file, Stream stream, SnapshotLimits limits, Func<LiveObject, bool>? keep = null)
    {
        try
        {
            using Stream plain = IsCompressed(stream) ? new GZipStream(stream, CompressionMode.Decompress, leaveOpen: true) : new BufferedStream(stream);
            return new SnapshotReader(file, plain, limits, keep ?? (_ => true)).Read();
        }
        catch (JsonException broken)
        {
            string line = broken.LineNumber is { } number ? string.Create(CultureInfo.InvariantCulture, $"line {number + 1}") : "";
            return Refused(file, line, broken.LineNumber is null ? broken.Message : "it is cut off or no JSON");
        }
        catch (Exception broken) when (broken is InvalidDataException or EndOfStreamException)
        {
            return Refused(file, "", "it is cut off or damaged");
        }
    }

    /// <summary>Reads a snapshot, compressed or not.</summary>
    /// <param name="path">Of this machine; how problems name it.</param>
    /// <param name="limits">What it may cost.</param>
    /// <param name="keep">Which objects are wanted; null for all.</param>
    public static SnapshotReading ReadFile(string path, SnapshotLimits limits, Func<LiveObject, bool>? keep = null)
    {
        try
        {
            using FileStream file = File.OpenRead(path);
            return Read(path, file, limits, keep);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return new(null, new(path, "", "it cannot be read: check that it is there, and its permissions"));
        }
    }

    private SnapshotReading Read()
    {
        Node frame = Frame();
        ImmutableArray<SchemaViolation> violations = frame.IsMapping ? SnapshotSchema.Frame.Check(frame) : [];
        if (!frame.IsMapping || !violations.IsEmpty)
        {
            return violations is [var first, ..]
                ? Refused(_file, first.Place.Path, "this is not as the schema of snapshots says: take the snapshot with this version of the program")
                : Refused(_file, "", "it is no snapshot");
        }

        if (SnapshotFrame.Instant(frame) is not { } takenAt)
        {
            return Refused(_file, "takenAt", "this is no instant");
        }

        Snapshot snapshot = SnapshotFrame.Of(frame, takenAt, _kept.DrainToImmutable());
        return Miscounted(snapshot) is { } kind
            ? Refused(_file, "kinds", $"the objects of {kind} are not as many as it says: it has been changed")
            : new(snapshot, null);
    }

    /// <summary>All but the objects, which are handled as they come.</summary>
    private Node Frame()
    {
        Expect(JsonTokenType.StartObject);
        ImmutableArray<Entry>.Builder fields = ImmutableArray.CreateBuilder<Entry>();
        while (_json.Token() is (JsonTokenType.PropertyName, var name))
        {
            if (fields.Any(field => field.Key.Text == name))
            {
                throw new JsonException("a field is there twice");
            }

            Value value = name == Objects ? ReadObjects() : _json.Value() ?? throw new JsonException("a value is due");
            fields.Add(new(new Scalar(name, ScalarStyle.DoubleQuoted, null, Span.Start), value));
        }

        Expect(JsonTokenType.None);
        return new Document("", 0, new Mapping(fields.ToImmutable(), isFlow: true, Span.Start)).Root;
    }

    private Sequence ReadObjects()
    {
        Expect(JsonTokenType.StartArray);
        for (int index = 0; _json.Value() is { } value; index++)
        {
            if (index >= _limits.Objects)
            {
                throw new JsonException("it has too many objects");
            }

            LiveObject one = new(new Document("", index, value));
            if (!SnapshotSchema.Object.Check(one.Root).IsEmpty)
            {
                throw new JsonException(string.Create(CultureInfo.InvariantCulture, $"object {index + 1} is not as the schema of snapshots says"));
            }

            Count(one);
            if (_keep(one))
            {
                _kept.Add(one);
            }
        }

        return new([], isFlow: true, Span.Start);
    }

    private void Count(LiveObject one)
    {
        (string, string) kind = (one.ApiVersion, one.Kind);
        _counts[kind] = _counts.GetValueOrDefault(kind) + 1;
    }

    /// <summary>A kind whose objects are not as many as its account says; null when all are.</summary>
    private string? Miscounted(Snapshot snapshot)
    {
        Dictionary<(string, string), int> said = snapshot.Kinds
            .GroupBy(kind => (kind.Group.Length == 0 ? kind.Version : $"{kind.Group}/{kind.Version}", kind.Kind))
            .ToDictionary(kinds => kinds.Key, kinds => kinds.Sum(kind => kind.Objects));
        return said.Keys.Union(_counts.Keys)
            .Where(kind => said.GetValueOrDefault(kind) != _counts.GetValueOrDefault(kind))
            .Select(kind => $"{kind.Item2} ({kind.Item1})")
            .Order(StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private void Expect(JsonTokenType type)
    {
        if (_json.Token().Type != type)
        {
            throw new JsonException("it is no snapshot");
        }
    }

    /// <summary><see href="https://www.rfc-editor.org/rfc/rfc1952#section-2.3.1">gzip's first two bytes</see>.</summary>
    private static bool IsCompressed(Stream stream)
    {
        bool is1F = stream.ReadByte() == 0x1F, is8B = stream.ReadByte() == 0x8B;
        stream.Position = 0;
        return is1F && is8B;
    }

    private static SnapshotReading Refused(string file, string path, string message) => new(null, new(file, path, message));
}
