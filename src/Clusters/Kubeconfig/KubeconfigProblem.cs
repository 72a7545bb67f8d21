using System.Collections.Immutable;
using System.Globalization;
using PolicyGate.Clusters.Access;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Clusters.Kubeconfig;

/// <summary>Something wrong with a kubeconfig, at its place. Never holds a value from it that may be secret.</summary>
/// <param name="File">As it was named; empty for the surroundings.</param>
/// <param name="Path">The field; empty for a whole file.</param>
/// <param name="Line">1-based.</param>
/// <param name="Column">1-based.</param>
/// <param name="Message">What is wrong and what to do.</param>
public sealed record KubeconfigProblem(string File, string Path, int Line, int Column, string Message)
{
    /// <summary>Of no file at all.</summary>
    public static KubeconfigProblem Anywhere(string message) => new("", "", 1, 1, message);

    public static KubeconfigProblem InFile(string file, string message) => new(file, "", 1, 1, message);

    public static KubeconfigProblem At(Node place, string message) =>
        new(place.Document.File, place.Path, place.Location.Span.StartLine, place.Location.Span.StartColumn, message);

    public override string ToString()
    {
        string place = string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}:{Column}: ");
        return $"{(File.Length > 0 ? place : "")}{(Path.Length > 0 ? $"{Path}: " : "")}{Message}";
    }
}

/// <summary>What a kubeconfig says, or why that cannot be told.</summary>
/// <param name="Access">Null when there are problems.</param>
/// <param name="Problems">In the order of reading.</param>
public sealed record KubeconfigReading(ClusterAccess? Access, ImmutableArray<KubeconfigProblem> Problems);
