using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// A text for YamlDotNet, which reads character by character: sealed and over an array, so that each read is a plain
/// call and little more. Between two events no more is given out than was allowed: the parser holds all of a scalar, a
/// comment or a name several times over before anybody can see how long it is.
/// </summary>
internal sealed class TextInput : TextReader
{
    private readonly char[] characters;
    private readonly int last;
    private int end;
    private int position;

    public TextInput(ReadOnlyMemory<char> text)
    {
        ArraySegment<char> segment = MemoryMarshal.TryGetArray(text, out ArraySegment<char> own) ? own : text.ToArray();
        characters = segment.Array!;
        position = segment.Offset;
        last = end = segment.Offset + segment.Count;
    }

    /// <summary>Gives out that many characters from here on, and throws where more are asked for.</summary>
    public void Allow(int count) => end = (int)Math.Min(last, (long)position + count);

    /// <exception cref="TextTooLongException">More than was allowed is asked for.</exception>
    public override int Peek() => position < end ? characters[position] : End();

    /// <exception cref="TextTooLongException">More than was allowed is asked for.</exception>
    public override int Read() => position < end ? characters[position++] : End();

    /// <exception cref="TextTooLongException">More than was allowed is asked for.</exception>
    public override int Read(char[] buffer, int index, int count)
    {
        if (position == end)
        {
            End();
        }

        int length = Math.Min(count, end - position);
        Array.Copy(characters, position, buffer, index, length);
        position += length;
        return length;
    }

    private int End() => end == last ? -1 : throw new TextTooLongException();
}

/// <summary>The parser asks for more text than one event may take; never leaves <see cref="EventReader"/>.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never crosses the reader.")]
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It has nothing to say.")]
internal sealed class TextTooLongException : Exception;
