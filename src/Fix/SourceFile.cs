using PolicyGate.Model.Nodes;

namespace PolicyGate.Fixing;

/// <summary>A file to be mended, and the way to read it again once it has been edited.</summary>
/// <param name="File">Relative to the repository root, with forward slashes.</param>
/// <param name="Text">The whole text, with or without its byte order mark, with its own line ends.</param>
/// <param name="Documents">What <paramref name="Read"/> makes of the text: those that could be read.</param>
/// <param name="Read">
/// Reads the documents of a text, which it is given without a byte order mark. An edit is trusted only when the text
/// that it gives reads as intended.
/// </param>
public sealed record SourceFile(
    string File, string Text, IReadOnlyList<Document> Documents, Func<string, IReadOnlyList<Document>> Read);
