using System.Buffers.Binary;
using System.Security.Cryptography;

namespace PolicyGate.Isolation.Protocol;

/// <summary>One message, whole.</summary>
public sealed record Frame(Message Message, byte[] Payload);

/// <summary>
/// Messages over a pipe, whole or not at all: the secret of the run, the length, the kind, the payload. A frame without
/// the secret was written by somebody else.
/// </summary>
public sealed class FrameStream(Stream stream, byte[] secret)
{
    public const int SecretLength = 32;

    /// <summary>A worker that sends more than this has been taken over.</summary>
    private const int LongestPayload = 512 * 1024 * 1024;

    private const int HeaderLength = SecretLength + sizeof(int) + 1;

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretLength);

    public void Write(Message message, ReadOnlyMemory<byte> payload)
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        secret.AsSpan().CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[SecretLength..], payload.Length);
        header[^1] = (byte)message;
        stream.Write(header);
        stream.Write(payload.Span);
        stream.Flush();
    }

    /// <summary>The next message; null at the end of the stream.</summary>
    /// <exception cref="ProtocolException">The frame is cut off, too long, or not of this run.</exception>
    public Frame? Read()
    {
        Span<byte> header = stackalloc byte[HeaderLength];
        int read = stream.ReadAtLeast(header, HeaderLength, throwOnEndOfStream: false);
        if (read == 0)
        {
            return null;
        }

        int length = BinaryPrimitives.ReadInt32LittleEndian(header[SecretLength..]);
        if (read < HeaderLength
            || !CryptographicOperations.FixedTimeEquals(header[..SecretLength], secret)
            || length is < 0 or > LongestPayload)
        {
            throw new ProtocolException("a frame is not of this run");
        }

        byte[] payload = new byte[length];
        return stream.ReadAtLeast(payload, length, throwOnEndOfStream: false) == length
            ? new((Message)header[^1], payload)
            : throw new ProtocolException("a frame is cut off");
    }
}
