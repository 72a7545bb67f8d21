using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using PolicyGate.Clusters.Access;

namespace PolicyGate.Clusters.Http;

/// <summary>What a program wrote, or how it failed.</summary>
/// <param name="Output">Standard output.</param>
/// <param name="Failure">Empty when it ended well.</param>
internal sealed record ProgramRun(byte[] Output, string Failure)
{
    /// <summary>Logging in with a browser is not possible here; asking a vendor's service takes seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private const int OutputBytes = 1024 * 1024;
    private const int ComplaintCharacters = 300;

    public static async Task<ProgramRun> Of(
        string program, ExecCommand command, string question, TimeProvider time, CancellationToken cancellation)
    {
        using CancellationTokenSource timeout = new(Patience, time);
        using CancellationTokenSource either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellation);
        using Process process = new() { StartInfo = Start(program, command, question) };
        try
        {
            process.Start();
            process.StandardInput.Close();
            return await Finish(process, command, either.Token).ConfigureAwait(false);
        }
        catch (Win32Exception)
        {
            return new([], "could not be started: check that it is a program for this machine");
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancellation.ThrowIfCancellationRequested();
            return new([], $"did not end within {Wording.Duration(Patience)}");
        }
    }

    private static ProcessStartInfo Start(string program, ExecCommand command, string question)
    {
        ProcessStartInfo start = new(program, command.Arguments)
        {
            UseShellExecute = false,
            CreateNoWindow = true,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, SecretText value) in command.Variables)
        {
            start.Environment[name] = value.Reveal();
        }

        start.Environment["KUBERNETES_EXEC_INFO"] = question;
        return start;
    }

    private static async Task<ProgramRun> Finish(Process process, ExecCommand command, CancellationToken cancellation)
    {
        Task<byte[]> output = ReadAtMost(process.StandardOutput.BaseStream, cancellation);
        Task<byte[]> complaints = ReadAtMost(process.StandardError.BaseStream, cancellation);
        byte[] written = await output.ConfigureAwait(false);
        string said = Complaint(await complaints.ConfigureAwait(false), command);
        await process.WaitForExitAsync(cancellation).ConfigureAwait(false);
        string code = process.ExitCode.ToString(CultureInfo.InvariantCulture);
        return process.ExitCode == 0 ? new(written, "") : new([], $"failed with exit code {code}{said}");
    }

    /// <summary>What is beyond the limit is read and dropped, so that the program does not wait for its reader.</summary>
    private static async Task<byte[]> ReadAtMost(Stream stream, CancellationToken cancellation)
    {
        using MemoryStream kept = new();
        byte[] buffer = new byte[16 * 1024];
        while (await stream.ReadAsync(buffer, cancellation).ConfigureAwait(false) is var read and > 0)
        {
            kept.Write(buffer, 0, Math.Min(read, OutputBytes - (int)kept.Length));
        }

        return kept.ToArray();
    }

    private static string Complaint(byte[] text, ExecCommand command)
    {
        string clean = Wording.Clean(Encoding.UTF8.GetString(text), command.Variables.Select(variable => variable.Value.Reveal()));
        string cut = clean.Length > ComplaintCharacters ? $"{clean.AsSpan(0, ComplaintCharacters)}…" : clean;
        return cut.Length > 0 ? $": {cut}" : "";
    }
}
