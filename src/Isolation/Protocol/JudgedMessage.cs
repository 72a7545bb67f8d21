using System.Collections.Immutable;
using PolicyGate.Evaluate.Parameters;

namespace PolicyGate.Isolation.Protocol;

/// <summary>All is answered; with the parameters that policies do not take.</summary>
public static class JudgedMessage
{
    public static ReadOnlyMemory<byte> Write(ImmutableArray<ParameterProblem> problems)
    {
        PayloadWriter writer = new();
        writer.Many(problems, (to, problem) =>
        {
            to.Text(problem.Location.File);
            to.Number(problem.Location.Span.StartLine);
            to.Number(problem.Location.Span.StartColumn);
            to.Text(problem.Message);
        });
        return writer.Payload;
    }

    public static ImmutableArray<ParameterProblem> Read(byte[] payload) => PayloadReader.Read(payload, reader => reader.Many(from =>
    {
        string file = from.Text();
        (int line, int column) = (from.Number(), from.Number());
        return new ParameterProblem(new(file, "", new(line, column, line, column)), from.Text());
    }));
}
