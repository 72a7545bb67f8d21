using System.Reflection;
using System.Text;
using PolicyGate.Model.Assessments;
using PolicyGate.Report;

namespace PolicyGate.Cli.Check;

/// <summary>Writes the reports that were asked for.</summary>
internal static class ReportWriter
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void Write(Assessment assessment, CheckOptions options, string root)
    {
        ReportContext context = ContextOf(options, root);
        foreach (Output output in options.Outputs)
        {
            if (output.File is null)
            {
                WriteToConsole(assessment, context, output.Report);
            }
            else
            {
                WriteToFile(output.File, writer => output.Report.Write(assessment, context, writer));
            }
        }
    }

    /// <summary>The same for nobody to read.</summary>
    public static void Rehearse(Assessment assessment, CheckOptions options, string root)
    {
        foreach (Output output in options.Outputs)
        {
            output.Report.Write(assessment, ContextOf(options, root), TextWriter.Null);
        }
    }

    private static ReportContext ContextOf(CheckOptions options, string root) => new()
    {
        Source = new SourceLines(root),
        ToolVersion = Version,
        AllVerdicts = options.AllVerdicts,
        Commit = options.Commit,
    };

    /// <summary>https://no-color.org/</summary>
    private static bool WantsColour =>
        !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    internal static string Version =>
        typeof(ReportWriter).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!
            .InformationalVersion.Split('+')[0];

    private static void WriteToConsole(Assessment assessment, ReportContext context, IReport report)
    {
        using StreamWriter writer = new(Console.OpenStandardOutput(), Utf8);
        int width = Console.IsOutputRedirected ? context.Width : Math.Clamp(Console.WindowWidth, 40, 200);
        report.Write(assessment, context with { Colour = WantsColour, Width = width }, writer);
    }

    /// <exception cref="UsageException">The file cannot be written.</exception>
    internal static void WriteToFile(string file, Action<TextWriter> write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            using StreamWriter writer = new(file, append: false, Utf8);
            write(writer);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            string reason = exception.Message.Replace(Path.GetFullPath(file), file, StringComparison.Ordinal);
            throw new UsageException($"the report cannot be written to '{file}': {reason}");
        }
    }
}
