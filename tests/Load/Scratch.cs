namespace PolicyGate.Load.Tests;

/// <summary>A directory of its own for a test, deleted afterwards.</summary>
internal sealed class Scratch : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("policygate-").FullName;

    public string Write(string file, string text)
    {
        string path = Path.Combine(Root, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public Collection Collect(params string[] paths) => Loader.Collect(new() { Root = Root, Paths = [.. paths] });

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
