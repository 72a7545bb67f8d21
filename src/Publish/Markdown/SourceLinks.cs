using PolicyGate.CodeHost;
using PolicyGate.Publish.Received;
using PolicyGate.Texts;

namespace PolicyGate.Publish.Markdown;

/// <summary>Links to files at the commit that was judged.</summary>
public sealed record SourceLinks(Uri Server, RepositoryName Repository, string Commit)
{
    /// <summary>
    /// Null when the file cannot be addressed. Nothing in it ends a link in Markdown: all but letters, digits, <c>-</c>,
    /// <c>.</c>, <c>_</c> and <c>~</c> of each part is percent-encoded.
    /// </summary>
    public string? To(string file, int line) => RepositoryPath.IsAddressable(file)
        ? $"{Server.GetLeftPart(UriPartial.Path).TrimEnd('/')}/{Repository}/blob/{Commit}/"
            + $"{string.Join('/', file.Split('/').Select(Uri.EscapeDataString))}#L{Words.Number(line)}"
        : null;
}
