using System.Collections.Immutable;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Files;

/// <summary>A file as read, before its documents are told apart.</summary>
internal sealed record SourceFile(string File)
{
    public ImmutableArray<Document> Documents { get; init; } = [];

    public ImmutableArray<LoadProblem> Problems { get; init; } = [];

    /// <summary>Documents left out because they have to be rendered.</summary>
    public int Templates { get; init; }

    /// <summary>Why the whole file was set aside unread, or <see cref="SetAsideReason.None"/>.</summary>
    public SetAsideReason Unread { get; init; }

    public static SourceFile Read(string root, FoundFile found, PathRules rules, LoadLimits limits)
    {
        SetAsideReason unread = found.IsNamed ? SetAsideReason.None : rules.ReasonNotToRead(found.File);
        if (unread != SetAsideReason.None)
        {
            return new(found.File) { Unread = unread };
        }

        SourceFile file = Parse(root, found, limits);
        return file.Problems.Length > 0 && !found.IsNamed && PathRules.IsToolConfiguration(found.File) ? file with { Problems = [] } : file;
    }

    private static SourceFile Parse(string root, FoundFile found, LoadLimits limits)
    {
        using FileBytes? bytes = FileBytes.Read(root, found, limits, out LoadProblem? problem);
        if (bytes is null)
        {
            return new(found.File) { Problems = [problem!] };
        }

        using FileText? text = TextDecoder.Decode(bytes.Content, out UnplacedProblem? undecodable);
        if (text is null)
        {
            return new(found.File) { Problems = [undecodable!.At(found.File, "")] };
        }

        if (text.Content.Span.IsWhiteSpace())
        {
            return new(found.File) { Problems = [Empty(found.File)] };
        }

        YamlFile yaml = YamlReader.Read(found.File, text.Content, limits);
        return new(found.File) { Documents = yaml.Documents, Problems = yaml.Problems, Templates = yaml.Templates };
    }

    private static LoadProblem Empty(string file) => new(
        LoadProblemIds.EmptyFile,
        Severity.Low,
        Outcome.Fail,
        new Location(file, "", Span.Start),
        "The file is empty, or no regular file.",
        "Delete it, or say in a comment why it is there.");
}
