using System.Diagnostics.CodeAnalysis;
using YamlDotNet.Core;

namespace PolicyGate.Load.Yaml;

/// <summary>Leaves the nested reading of a file that is not to be read any further; never leaves <see cref="YamlReader"/>.</summary>
[SuppressMessage("Design", "CA1064:Exceptions should be public", Justification = "It never crosses the reader.")]
[SuppressMessage("Design", "CA1032:Implement standard exception constructors", Justification = "It always has a problem.")]
internal sealed class StoppedReadingException(UnplacedProblem problem) : Exception(problem.Message)
{
    public UnplacedProblem Problem { get; } = problem;

    /// <summary>The start of a double-quoted scalar, where its indentation is all that is wrong.</summary>
    public Mark? UnderIndentedQuote { get; init; }
}
