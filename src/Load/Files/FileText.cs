using System.Buffers;

namespace PolicyGate.Load.Files;

/// <summary>The text of one file, in memory that is used again, as <see cref="FileBytes"/> does.</summary>
internal sealed class FileText : IDisposable
{
    private readonly char[] rented;
    private readonly int length;

    /// <param name="rented">Of the shared pool, and given back to it.</param>
    /// <param name="length">How much of it is text.</param>
    public FileText(char[] rented, int length)
    {
        this.rented = rented;
        this.length = length;
    }

    /// <summary>Without its byte order mark; valid until this is disposed of.</summary>
    public ReadOnlyMemory<char> Content => rented.AsMemory(0, length);

    public void Dispose() => ArrayPool<char>.Shared.Return(rented);
}
