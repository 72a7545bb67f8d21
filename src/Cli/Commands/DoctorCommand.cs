using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using PolicyGate.Cli.Setup;
using PolicyGate.Doctor;
using PolicyGate.Load;
using PolicyGate.Model.Nodes;
using PolicyGate.Report.Json;

namespace PolicyGate.Cli.Commands;

/// <summary>
/// <c>policygate doctor</c>: what would make the required status hang or be bypassed. Exit code 0 when there are no
/// errors, warnings or not; 1 when there are.
/// </summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        Argument<string> directory = new("DIR")
        {
            Description = "a directory of the repository (default: the working directory)",
            DefaultValueFactory = _ => ".",
        };
        Option<string> output = new("--output") { Description = "console or json", DefaultValueFactory = _ => "console" };
        output.AcceptOnlyFromAmong("console", "json");
        Command command = new("doctor", "what would make the required status hang or be bypassed, and the fix") { directory, output };
        command.SetAction(parsed => Run(parsed.GetValue(directory)!, parsed.GetValue(output) == "json"));
        return command;
    }

    private static int Run(string directory, bool asJson)
    {
        if (!Directory.Exists(directory))
        {
            throw new UsageException($"there is no directory '{directory}'");
        }

        string path = Path.GetFullPath(directory);
        Examination examination = Examination.Of(RepositoryPath.RootOf(path, path), Path.Combine(PolicyRoot.Shipped, "profiles"));
        if (asJson)
        {
            StandardOutput.WriteJson(json => WriteJson(json, examination));
        }
        else
        {
            WriteLines(examination);
        }

        return examination.Errors > 0 ? ExitCode.Closed : ExitCode.Open;
    }

    private static void WriteLines(Examination examination)
    {
        foreach (Diagnosis diagnosis in examination.Diagnoses)
        {
            Span span = diagnosis.Location.Span;
            StandardOutput.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"{diagnosis.Location.File}:{span.StartLine}:{span.StartColumn}: {Word(diagnosis)}: {diagnosis.Problem} [{diagnosis.Id}]"));
            StandardOutput.Write($"    {diagnosis.Harm}");
            StandardOutput.Write($"    Fix: {diagnosis.Remedy}");
            if (diagnosis.Paste.Length > 0)
            {
                StandardOutput.WriteLines("        ", diagnosis.Paste);
            }

            StandardOutput.Write();
        }

        StandardOutput.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"{Count(examination.Errors, "error")}, {Count(examination.Warnings, "warning")}; {Count(examination.Gates.Length, "workflow")} with the gate"));
    }

    private static string Count(int number, string word) =>
        string.Create(CultureInfo.InvariantCulture, $"{number} {word}{(number == 1 ? "" : "s")}");

    private static string Word(Diagnosis diagnosis) => diagnosis.Gravity == Gravity.Error ? "error" : "warning";

    private static void WriteJson(Utf8JsonWriter json, Examination examination)
    {
        json.WriteStartObject();
        json.WriteNumber("schemaVersion", 1);
        json.WriteNumber("errors", examination.Errors);
        json.WriteNumber("warnings", examination.Warnings);
        json.Texts("workflows", examination.Gates);
        json.WriteStartArray("diagnoses");
        foreach (Diagnosis diagnosis in examination.Diagnoses)
        {
            WriteJson(json, diagnosis);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteJson(Utf8JsonWriter json, Diagnosis diagnosis)
    {
        json.WriteStartObject();
        json.WriteString("id", diagnosis.Id);
        json.WriteString("level", Word(diagnosis));
        json.Text("problem", diagnosis.Problem);
        json.Text("harm", diagnosis.Harm);
        json.Text("remedy", diagnosis.Remedy);
        json.Block("paste", diagnosis.Paste);
        json.WriteStartObject("location");
        json.Text("file", diagnosis.Location.File);
        json.Text("path", diagnosis.Location.Path);
        json.WriteNumber("startLine", diagnosis.Location.Span.StartLine);
        json.WriteNumber("startColumn", diagnosis.Location.Span.StartColumn);
        json.WriteNumber("endLine", diagnosis.Location.Span.EndLine);
        json.WriteNumber("endColumn", diagnosis.Location.Span.EndColumn);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
