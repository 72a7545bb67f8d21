using System.Diagnostics;

namespace PolicyGate.Benchmarks;

/// <summary>The manifests to judge: those of ../shared when they are there, else copies of the fixtures.</summary>
internal static class Corpus
{
    public static (string Small, string Large, string Origin) Prepare(string repository, string scratch)
    {
        string archive = Path.Combine(repository, "..", "shared", "corpus", "bench.tar.xz");
        string target = Path.Combine(scratch, "corpus");
        Directory.CreateDirectory(target);
        if (!File.Exists(archive))
        {
            return (Copies(repository, target, "small", 50), Copies(repository, target, "large", 10_000), "copies of fixtures");
        }

        using Process tar = Process.Start("tar", ["-xJf", archive, "-C", target]);
        tar.WaitForExit();
        return (Path.Combine(target, "small"), Path.Combine(target, "large"), "../shared/corpus/bench.tar.xz");
    }

    /// <summary>Documents of the hospital over and over, each copy in a directory of its own.</summary>
    private static string Copies(string repository, string target, string name, int documents)
    {
        string[] sources =
        [
            .. Directory.GetFiles(Path.Combine(repository, "fixtures", "hospital"), "*.yaml", SearchOption.AllDirectories)
                .Where(path => !path.EndsWith("environment.yaml", StringComparison.Ordinal)
                    && !path.Contains("waivers", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
        ];
        string directory = Path.Combine(target, name);
        for (int written = 0, file = 0; written < documents; file++)
        {
            string text = File.ReadAllText(sources[file % sources.Length]);
            string copy = Path.Combine(directory, $"copy{file / sources.Length:000}", $"{file % sources.Length:000}.yaml");
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, text);
            written += text.Split("\n---").Length;
        }

        return directory;
    }

    /// <summary>Policies like those that ship, and yet others, so that they run in a worker.</summary>
    public static string ForeignPolicies(string repository, string scratch, int count)
    {
        string shipped = Path.Combine(repository, "policies");
        string foreign = Path.Combine(scratch, "foreign");
        string[] files = [.. Directory.EnumerateFiles(shipped, "*.csx", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        for (int index = 0; index < count; index++)
        {
            string directory = Path.Combine(foreign, "foreign", $"policy-{index}");
            Directory.CreateDirectory(directory);
            File.WriteAllText(
                Path.Combine(directory, $"policy-{index}.csx"), $"// Foreign.\n{File.ReadAllText(files[index % files.Length])}");
        }

        return foreign;
    }
}
