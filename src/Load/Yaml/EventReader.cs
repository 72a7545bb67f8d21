using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyGate.Load.Yaml;

/// <summary>The parser's events, one by one; whatever it cannot read stops the reading at its place.</summary>
internal sealed class EventReader
{
    private const string UnderIndentedQuote = "multi-line double-quoted scalar, found wrong indentation";

    private readonly SourceText source;
    private readonly Scanner scanner;
    private readonly Parser parser;

    public EventReader(SourceText source)
    {
        this.source = source;
        scanner = new Scanner(new TextInput(source.Memory), skipComments: true);
        parser = new Parser(scanner);
    }

    /// <summary>The event read last.</summary>
    public ParsingEvent Current => parser.Current!;

    /// <summary>Reads the next event; false after the last.</summary>
    /// <exception cref="StoppedReadingException">The text is not YAML from here on.</exception>
    public bool MoveNext()
    {
        try
        {
            return parser.MoveNext();
        }
        catch (YamlException broken)
        {
            Mark start = broken.Start.Equals(Mark.Empty) ? scanner.CurrentPosition : broken.Start;
            Mark end = broken.Start.Equals(Mark.Empty) ? start : broken.End;
            throw new StoppedReadingException(SyntaxProblem.Refused(source.Between(start, end), broken.Message))
            {
                UnderIndentedQuote = broken.Message.Contains(UnderIndentedQuote, StringComparison.Ordinal) ? start : null,
            };
        }
        catch (Exception broken) when (broken is InvalidOperationException or ArgumentException)
        {
            // The parser has no better words for some broken texts, such as a flow collection that is not indented
            // or half a surrogate pair in an escape.
            throw new StoppedReadingException(SyntaxProblem.Refused(
                source.At(scanner.CurrentPosition), "the indentation or an escape here cannot be understood"));
        }
    }
}
