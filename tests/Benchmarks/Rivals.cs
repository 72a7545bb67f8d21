using YamlDotNet.Core;

namespace PolicyGate.Benchmarks;

/// <summary>What PolicyGate is measured against, each a whole process that starts and ends.</summary>
internal static class Rivals
{
    /// <summary>YamlDotNet's event parser over every file, on one thread: reading YAML and doing nothing with it.</summary>
    public static int ParseEvents(string directory)
    {
        long events = 0;
        foreach (string path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories))
        {
            using StringReader text = new(File.ReadAllText(path));
            Parser parser = new(new Scanner(text, skipComments: true));
            try
            {
                while (parser.MoveNext())
                {
                    events++;
                }
            }
            catch (YamlException)
            {
                // Real repositories hold files that are no YAML; PolicyGate reads them just as far.
            }
        }

        Console.WriteLine($"{events} events");
        return 0;
    }
}
