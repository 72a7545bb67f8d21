using System.Text;
using PolicyGate.Publish;
using PolicyGate.Publish.Markdown;

namespace PolicyGate.Cli.Publishing;

/// <summary>
/// The file whose text GitHub shows on the page of a run; null for none. It is written before GitHub is told anything, so
/// that it is there whatever happens then.
/// </summary>
internal sealed class SummaryFile(string? path)
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public void Write(Publication publication) => Append(length => JobSummary.Of(publication, length));

    /// <summary>What GitHub was not told.</summary>
    public void Note(PublishOutcome outcome) => Append(_ => JobSummary.Notes(outcome.Problems));

    private void Append(Func<long, string> text)
    {
        if (path is null)
        {
            return;
        }

        try
        {
            FileInfo file = new(path);
            File.AppendAllText(path, text(file.Exists ? file.Length : 0), Utf8);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            ErrorOutput.Write($"policygate: the job summary cannot be written ({exception.GetType().Name})");
        }
    }
}
