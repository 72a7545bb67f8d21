using System.Collections.Immutable;
using System.Globalization;

namespace PolicyGate.Model.Nodes;

/// <summary>
/// The way to a place, made concrete against the file when needed. It leads to places that do not exist too, which is
/// where a fix puts what is missing.
/// </summary>
/// <param name="File">Relative to the repository root.</param>
/// <param name="Document">The document's index in the file.</param>
/// <param name="Steps">From the document's root.</param>
public sealed record Route(string File, int Document, ImmutableArray<Step> Steps)
{
    /// <summary>The path as people write it: <c>spec.containers[0].image</c>.</summary>
    public override string ToString() => PathSyntax.Write(Steps.AsSpan());

    public bool Equals(Route? other) =>
        other is not null && File == other.File && Document == other.Document && Steps.SequenceEqual(other.Steps);

    public override int GetHashCode() => HashCode.Combine(File, Document, Steps.Length);
}

/// <summary>One step of a route: into a field, or to an item of a list when <see cref="Key"/> is null.</summary>
public sealed record Step(string? Key, int Index)
{
    /// <summary>The index of what is no item.</summary>
    internal const int OfField = -1;

    public static Step Field(string key) => new(key, OfField);

    public static Step Item(int index) => new(null, index);

    public override string ToString() => Key ?? Index.ToString(CultureInfo.InvariantCulture);
}
