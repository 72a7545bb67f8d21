using System.Text.Json;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Snapshots;

/// <summary>Reads JSON of any length token by token, and values that fit into memory as a whole.</summary>
internal sealed class JsonPieces(Stream stream, SnapshotLimits limits)
{
    private const int FirstBuffer = 64 * 1024;

    private readonly LiveValues _values = new();
    private JsonReaderState _state = new(new JsonReaderOptions { MaxDepth = limits.Depth });
    private byte[] _buffer = new byte[FirstBuffer];
    private int _start, _end;
    private long _read;
    private bool _isFinal;

    /// <summary>The type of the next token and, of a field, its name; None after the last.</summary>
    /// <exception cref="JsonException">The text is no JSON, cut off, or too large.</exception>
    public (JsonTokenType Type, string Name) Token()
    {
        while (true)
        {
            Utf8JsonReader json = new(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
            if (json.Read())
            {
                string name = json.TokenType == JsonTokenType.PropertyName ? _values.Text(ref json) : "";
                Advance(json);
                return (json.TokenType, name);
            }

            if (_isFinal)
            {
                return (JsonTokenType.None, "");
            }

            Fill();
        }
    }

    /// <summary>The value that comes next; null, and its end is read, where a list ends instead.</summary>
    /// <exception cref="JsonException">The text is no JSON, cut off, or too large.</exception>
    public Value? Value()
    {
        while (true)
        {
            Utf8JsonReader json = new(_buffer.AsSpan(_start, _end - _start), _isFinal, _state);
            Utf8JsonReader ahead = json;
            if (ahead.Read() && (ahead.TokenType == JsonTokenType.EndArray || ahead.TrySkip()))
            {
                json.Read();
                Value? value = json.TokenType == JsonTokenType.EndArray ? null : _values.Read(ref json);
                Advance(json);
                return value;
            }

            if (_isFinal)
            {
                throw new JsonException("it is cut off");
            }

            Fill();
        }
    }

    private void Advance(in Utf8JsonReader json)
    {
        _start += (int)json.BytesConsumed;
        _state = json.CurrentState;
    }

    private void Fill()
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length)
        {
            Array.Resize(ref _buffer, _buffer.Length < limits.ObjectBytes ? _buffer.Length * 2 : throw new JsonException("a value in it is too large"));
        }

        int read = stream.Read(_buffer, _end, _buffer.Length - _end);
        _isFinal = read == 0;
        _end += read;
        _read += read;
        if (_read > limits.Bytes)
        {
            throw new JsonException("it is too large");
        }
    }
}
