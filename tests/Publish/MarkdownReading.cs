using System.Text.RegularExpressions;
using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace PolicyGate.Publish.Tests;

/// <summary>Reads Markdown with a parser that knows what GitHub's knows beyond the standard.</summary>
internal static partial class MarkdownReading
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseEmphasisExtras()
        .UseAutoLinks()
        .UseTaskLists()
        .UseFootnotes()
        .UseAlertBlocks()
        .UseEmojiAndSmiley(enableSmileys: false)
        .UseMathematics()
        .Build();

    /// <summary>The kinds of all that was recognised, but for plain text and code, which are text both.</summary>
    public static string[] Structure(string markdown) =>
    [
        .. Markdig.Markdown.Parse(markdown, Pipeline).Descendants()
            .Where(part => part is not (LiteralInline or CodeInline or HtmlEntityInline))
            .Select(part => part switch
            {
                HtmlBlock html => html.Lines.ToString(),
                HtmlInline html => html.Tag,
                FencedCodeBlock code => $"code {code.Info}",
                _ => part.GetType().Name,
            }),
    ];

    /// <summary>What GitHub would find in text after Markdown was read; empty when it is dead.</summary>
    public static string Active(string markdown)
    {
        IEnumerable<string> texts = Markdig.Markdown.Parse(markdown, Pipeline).Descendants<LiteralInline>().Select(one => one.Content.ToString());
        return Form().Match(string.Join('\n', texts)).Value;
    }

    /// <summary>Mentions, issues (<c>#1</c>, <c>GH-1</c>, <c>o/r#1</c>), addresses, commits, emoji, formulas.</summary>
    [GeneratedRegex(@"@\w|#\d|\bGH-\d|[a-z]+:/|www\.|\b[0-9a-f]{7,40}\b|:\w+:|\$", RegexOptions.IgnoreCase)]
    private static partial Regex Form();
}
