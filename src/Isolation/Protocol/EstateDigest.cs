using PolicyGate.Model.Estates;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Isolation.Protocol;

/// <summary>
/// Tells whether two processes have read the same estate: files may change between two readings. Against mishaps only,
/// since no policy has run when it is made; an encryption library would take longer to load than it takes to judge.
/// </summary>
public static class EstateDigest
{
    /// <summary>FNV-1a of 64 bits: https://www.rfc-editor.org/rfc/rfc9923.html#section-2.</summary>
    private const ulong Start = 0xcbf2_9ce4_8422_2325;
    private const ulong Prime = 0x0000_0100_0000_01b3;

    public static byte[] Of(Estate estate)
    {
        ulong digest = Start;
        foreach (Model.Estates.Environment environment in estate.Environments)
        {
            digest = With(digest, environment.Name, environment.Node);
            foreach (Model.Kubernetes.Resource resource in environment.Resources)
            {
                digest = With(digest, resource.Description, resource.Node);
            }
        }

        foreach (Document document in estate.Surroundings.Documents)
        {
            digest = With(digest, document.Root);
        }

        return BitConverter.GetBytes(estate.ChangeFacts is null ? digest : With(digest, estate.ChangeFacts.Root));
    }

    /// <summary>Facts stand on one line as often as not, so their places tell little.</summary>
    private static ulong With(ulong digest, Node facts) => With(With(digest, "change", facts), facts.ToString());

    private static ulong With(ulong digest, string name, Node node)
    {
        Span span = node.Value?.Span ?? Span.Start;
        digest = With(With(digest, name), node.Document.File);
        digest = With(With(digest, node.Document.Index), span.StartLine);
        return With(With(digest, span.EndLine), span.EndColumn);
    }

    private static ulong With(ulong digest, string text)
    {
        foreach (char one in text)
        {
            digest = With(digest, one);
        }

        return With(digest, text.Length);
    }

    private static ulong With(ulong digest, int value) => unchecked((digest ^ (uint)value) * Prime);
}
