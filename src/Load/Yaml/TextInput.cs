using System.Runtime.InteropServices;

namespace PolicyGate.Load.Yaml;

/// <summary>
/// A text for YamlDotNet, which reads character by character: sealed and over an array, so that each read is a plain
/// call and little more.
/// </summary>
internal sealed class TextInput : TextReader
{
    private readonly char[] characters;
    private readonly int end;
    private int position;

    public TextInput(ReadOnlyMemory<char> text)
    {
        ArraySegment<char> segment = MemoryMarshal.TryGetArray(text, out ArraySegment<char> own) ? own : text.ToArray();
        characters = segment.Array!;
        position = segment.Offset;
        end = segment.Offset + segment.Count;
    }

    public override int Peek() => position < end ? characters[position] : -1;

    public override int Read() => position < end ? characters[position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        int length = Math.Min(count, end - position);
        Array.Copy(characters, position, buffer, index, length);
        position += length;
        return length;
    }
}
