using System.ComponentModel;
using System.Diagnostics;
using System.Security.Cryptography;

namespace PolicyGate.Tests.GitHub;

/// <summary>
/// Where fakehub can be run: a stateful GitHub beside the repository that judges each request by GitHub's own OpenAPI
/// description. Its packages are installed once, in a copy, as what is beside the repository is not ours to change.
/// </summary>
internal static class FakeHubFolder
{
    private static readonly TimeSpan InstallTime = TimeSpan.FromMinutes(3);
    private static readonly Lazy<(string? Folder, string? Missing)> Found = new(Find);

    /// <summary>Null when <see cref="Missing"/> says why.</summary>
    public static string? Path => Found.Value.Folder;

    public static string? Missing => Found.Value.Missing;

    /// <summary>Starts a program of Node.js; null when it is not installed.</summary>
    public static Process? Start(string program, string folder, string[] arguments, Dictionary<string, string>? environment = null)
    {
        bool isBatch = OperatingSystem.IsWindows() && program == "npm";
        ProcessStartInfo start = new(isBatch ? "cmd.exe" : program, isBatch ? ["/c", "npm", .. arguments] : arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string value) in environment ?? [])
        {
            start.Environment[name] = value;
        }

        try
        {
            Process process = Process.Start(start)!;
            // Nobody reads it; a full pipe would stop the program.
            process.OutputDataReceived += (_, _) => { };
            process.ErrorDataReceived += (_, _) => { };
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            return process;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    private static (string?, string?) Find()
    {
        string source = System.IO.Path.Combine(Repository.Shared, "tools", "fakehub");
        if (!File.Exists(System.IO.Path.Combine(source, "server.mjs")))
        {
            return (null, "../shared/tools/fakehub is not here");
        }

        if (Run("node", source, "--version") is { } noNode)
        {
            return (null, noNode);
        }

        return Directory.Exists(System.IO.Path.Combine(source, "node_modules")) ? (source, null) : Installed(source);
    }

    private static (string?, string?) Installed(string source)
    {
        string name = $"policygate-fakehub-{Hash(source)}";
        string folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), name);
        if (Directory.Exists(folder))
        {
            return (folder, null);
        }

        string copy = Directory.CreateTempSubdirectory(name).FullName;
        Copy(source, copy);
        if (Run("npm", copy, "ci", "--no-audit", "--no-fund", "--ignore-scripts") is { } failed)
        {
            return (null, $"the packages of ../shared/tools/fakehub: {failed}");
        }

        try
        {
            Directory.Move(copy, folder);
        }
        catch (IOException) when (Directory.Exists(folder))
        {
            Directory.Delete(copy, recursive: true);
        }

        return (folder, null);
    }

    /// <summary>Null when it went well.</summary>
    private static string? Run(string program, string folder, params string[] arguments)
    {
        using Process? process = Start(program, folder, arguments);
        if (process is null)
        {
            return $"{program} is not here";
        }

        if (!process.WaitForExit(InstallTime))
        {
            process.Kill(entireProcessTree: true);
            return $"{program} {arguments[0]} did not end";
        }

        return process.ExitCode == 0 ? null : $"{program} {arguments[0]} failed";
    }

    private static string Hash(string source) => Convert.ToHexStringLower(SHA256.HashData(
        [.. Sources(source).SelectMany(file => File.ReadAllBytes(System.IO.Path.Combine(source, file)))]))[..12];

    private static void Copy(string source, string target)
    {
        foreach (string file in Sources(source))
        {
            string place = System.IO.Path.Combine(target, file);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(place)!);
            File.Copy(System.IO.Path.Combine(source, file), place);
        }
    }

    /// <summary>Without the traffic of earlier runs.</summary>
    private static IEnumerable<string> Sources(string source) =>
        Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories)
            .Select(file => System.IO.Path.GetRelativePath(source, file))
            .Where(file => !file.EndsWith(".jsonl", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
}
