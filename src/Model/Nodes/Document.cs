namespace PolicyGate.Model.Nodes;

/// <summary>One document of a file.</summary>
/// <param name="File">Relative to the repository root, with forward slashes.</param>
/// <param name="Index">Its place in the file, from 0.</param>
/// <param name="Value">What it says.</param>
public sealed record Document(string File, int Index, Value Value)
{
    /// <summary>The way in.</summary>
    public Node Root => Node.Of(this);
}
