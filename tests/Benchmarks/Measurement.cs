using System.Diagnostics;

namespace PolicyGate.Benchmarks;

/// <summary>Several runs of several commands, taken in turn, so that a machine that slows down slows all of them.</summary>
internal static class Measurement
{
    /// <summary>The wall-clock seconds of each run of each command.</summary>
    public static double[][] InTurn(int runs, params Command[] commands)
    {
        foreach (Command command in commands)
        {
            _ = Run(command);
        }

        double[][] samples = [.. commands.Select(_ => new double[runs])];
        for (int run = 0; run < runs; run++)
        {
            for (int index = 0; index < commands.Length; index++)
            {
                samples[index][run] = Run(commands[index]);
            }
        }

        return samples;
    }

    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    private static double Run(Command command)
    {
        Stopwatch wall = Stopwatch.StartNew();
        using Process process = Process.Start(new ProcessStartInfo(command.Program, command.Arguments)
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return command.ExitCodes.Contains(process.ExitCode)
            ? wall.Elapsed.TotalSeconds
            : throw new InvalidOperationException($"{command.Name} ended with exit code {process.ExitCode}");
    }
}

/// <summary>A command to measure, and the exit codes with which it has done its work.</summary>
internal sealed record Command(string Name, string Program, string[] Arguments, int[] ExitCodes);
