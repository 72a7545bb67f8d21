using System.Collections.Immutable;
using PolicyGate.Load.Environments;

namespace PolicyGate.Doctor.Owners;

/// <summary>
/// Who has to review which file; the last line that matches decides:
/// https://docs.github.com/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners.
/// </summary>
internal sealed class CodeOwners(string text)
{
    private readonly ImmutableArray<OwnersLine> lines =
        [.. text.ReplaceLineEndings("\n").Split('\n').Select(OwnersLine.Parse).OfType<OwnersLine>()];

    /// <summary>The line that decides about a file, or null.</summary>
    /// <param name="file">From the repository root, with forward slashes.</param>
    public OwnersLine? Of(string file) => lines.LastOrDefault(line => line.Covers(file));
}

/// <summary>One line.</summary>
/// <param name="Number">1-based.</param>
/// <param name="Pattern">A pattern as in gitignore.</param>
/// <param name="HasOwners">Without any, the files belong to nobody.</param>
internal sealed record OwnersLine(int Number, string Pattern, bool HasOwners)
{
    /// <summary>Null for an empty line.</summary>
    public static OwnersLine? Parse(string line, int index)
    {
        int comment = line.IndexOf('#', StringComparison.Ordinal);
        string[] words = (comment < 0 ? line : line[..comment]).Split((char[])[' ', '\t'], StringSplitOptions.RemoveEmptyEntries);
        return words is [var pattern, .. var owners] ? new(index + 1, pattern, owners.Length > 0) : null;
    }

    /// <summary>
    /// A pattern without an inner slash holds at any depth, one that matches a directory holds for all below it, but
    /// for <c>docs/*</c>, which GitHub takes for the files of that directory alone.
    /// </summary>
    public bool Covers(string file)
    {
        string path = Pattern.Trim('/');
        bool isAnchored = Pattern.TrimEnd('/').Contains('/', StringComparison.Ordinal);
        string glob = path.Length == 0 ? "**" : isAnchored ? path : $"**/{path}";
        bool isDirectory = Pattern.EndsWith('/');
        bool isFlat = isAnchored && glob.EndsWith("/*", StringComparison.Ordinal);
        return (!isDirectory && Glob.Matches(glob, file)) || (!isFlat && Glob.Matches($"{glob}/**/*", file));
    }
}
