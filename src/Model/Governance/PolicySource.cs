namespace PolicyGate.Model.Governance;

/// <summary>A policy as it is written, before anything is made of it.</summary>
/// <param name="Id">Its path under the policies root, such as <c>resources/memory-limit-required</c>.</param>
/// <param name="File">Relative to the repository root, with forward slashes.</param>
/// <param name="Text">C#, in script syntax.</param>
public sealed record PolicySource(string Id, string File, string Text)
{
    /// <summary>Why there is no text: the file was not read. Null when it was.</summary>
    public string? Unreadable { get; init; }

    /// <summary>No policy is longer, in UTF-8; that is some hundred times what one needs.</summary>
    public const int MostBytes = 256 * 1024;

    /// <summary>The comment at its head: why the policy exists, in plain words.</summary>
    public string Reason
    {
        get
        {
            List<string> lines = [];
            for (int start = 0, end; start < Text.Length; start = end + 1)
            {
                int lineBreak = Text.IndexOf('\n', start);
                end = lineBreak < 0 ? Text.Length : lineBreak;
                ReadOnlySpan<char> line = Text.AsSpan(start, end - start).Trim().TrimStart('\uFEFF');
                if (!line.StartsWith("//"))
                {
                    break;
                }

                lines.Add(line.TrimStart('/').Trim().ToString());
            }

            return string.Join(' ', lines);
        }
    }
}
