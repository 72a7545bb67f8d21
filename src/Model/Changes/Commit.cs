using System.Collections.Immutable;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Changes;

/// <summary>A commit of a change.</summary>
/// <param name="Sha">Its full id.</param>
/// <param name="Author">Who wrote it.</param>
/// <param name="Committer">Who made the commit of it: the host itself when it was edited in the browser.</param>
/// <param name="CoAuthors">Whom its message names, in trailers <c>Co-authored-by</c>.</param>
/// <param name="IsVerified">The host checked its signature.</param>
/// <param name="Place">Where the facts say so.</param>
public sealed record Commit(
    string Sha, Person Author, Person Committer, ImmutableArray<Person> CoAuthors, bool IsVerified, Node Place)
{
    /// <summary>All who may have written some of it.</summary>
    public IEnumerable<Person> Writers => [Author, Committer, .. CoAuthors];

    internal static Commit Of(Node place) => new(
        place["sha"].Text,
        Person.Of(place["author"]),
        Person.Of(place["committer"]),
        [.. place["coAuthors"].Items.Select(Person.Of)],
        place["verified"].IsTrue,
        place);
}
