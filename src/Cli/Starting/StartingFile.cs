using System.Reflection;

namespace PolicyGate.Cli.Starting;

/// <summary>A file to start from.</summary>
/// <param name="Path">Relative to the directory that is set up, with forward slashes.</param>
/// <param name="Content">What it holds at first.</param>
internal sealed record StartingFile(string Path, ReadOnlyMemory<byte> Content)
{
    /// <summary>A file that is built into the program.</summary>
    public static StartingFile Of(string path, string resource)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"{resource} is not built into the program");
        using MemoryStream content = new();
        stream.CopyTo(content);
        return new(path, content.ToArray());
    }

    /// <summary>Makes the file, and leaves one that is there as it is. Says what it did.</summary>
    public void Make(string directory)
    {
        string path = PathIn(directory);
        if (!File.Exists(path))
        {
            Write(path);
            StandardOutput.Write($"made {Shown(directory)}");
        }
        else
        {
            string difference = IsIn(path) ? "" : ", which is there already and differs";
            StandardOutput.Write($"kept {Shown(directory)}{difference}");
        }
    }

    /// <summary>Makes the file anew, whatever is there. Says what it did.</summary>
    public void Refresh(string directory)
    {
        string path = PathIn(directory);
        string done = IsIn(path) ? "kept" : File.Exists(path) ? "refreshed" : "made";
        Write(path);
        StandardOutput.Write($"{done} {Shown(directory)}");
    }

    private string PathIn(string directory) => System.IO.Path.Combine([directory, .. Path.Split('/')]);

    private bool IsIn(string path) => File.Exists(path) && Content.Span.SequenceEqual(File.ReadAllBytes(path));

    /// <summary>As seen from the working directory, so that it can be opened by a click.</summary>
    private string Shown(string directory) => directory == "." ? Path : $"{directory.Replace('\\', '/').TrimEnd('/')}/{Path}";

    private void Write(string path)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, Content.Span);
    }
}
