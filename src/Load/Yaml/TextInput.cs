namespace PolicyGate.Load.Yaml;

/// <summary>A text for YamlDotNet, which reads character by character; sealed, so that each read is a plain call.</summary>
internal sealed class TextInput(string text) : TextReader
{
    private int position;

    public override int Peek() => position < text.Length ? text[position] : -1;

    public override int Read() => position < text.Length ? text[position++] : -1;

    public override int Read(char[] buffer, int index, int count)
    {
        int length = Math.Min(count, text.Length - position);
        text.CopyTo(position, buffer, index, length);
        position += length;
        return length;
    }
}
