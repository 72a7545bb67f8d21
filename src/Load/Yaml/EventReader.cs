using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace PolicyGate.Load.Yaml;

/// <summary>The parser's events, one by one; whatever it cannot read stops the reading at its place.</summary>
[SuppressMessage("Design", "CA1001:Types that own disposable fields should be disposable", Justification = "The input is in memory.")]
internal sealed class EventReader
{
    private const string UnderIndentedQuote = "multi-line double-quoted scalar, found wrong indentation";

    // What the parser reads ahead, and what may stand around a scalar.
    private const int Surroundings = 64 * 1024;

    private readonly SourceText source;
    private readonly LoadLimits limits;
    private readonly TextInput input;
    private readonly Scanner scanner;
    private readonly Parser parser;

    public EventReader(SourceText source, LoadLimits limits)
    {
        this.source = source;
        this.limits = limits;
        input = new TextInput(source.Memory);
        scanner = new Scanner(input, skipComments: true);
        parser = new Parser(scanner);
    }

    /// <summary>The event read last.</summary>
    public ParsingEvent Current => parser.Current!;

    /// <summary>Reads the next event; false after the last.</summary>
    /// <exception cref="StoppedReadingException">The text is not YAML from here on, or too long.</exception>
    public bool MoveNext()
    {
        input.Allow(limits.ScalarLength + Surroundings);
        try
        {
            return parser.MoveNext();
        }
        catch (TextTooLongException)
        {
            Mark before = parser.Current?.End ?? scanner.CurrentPosition;
            throw new StoppedReadingException(LimitProblem.At(
                source.At(before),
                string.Create(CultureInfo.InvariantCulture, $"What follows takes more than {limits.ScalarLength} characters.")));
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
