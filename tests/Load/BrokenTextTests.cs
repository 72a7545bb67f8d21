using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Tests;

namespace PolicyGate.Load.Tests;

/// <summary>Texts cut off and scrambled at many points: always documents or a located problem, never an exception.</summary>
public class BrokenTextTests
{
    private const string Corpus = "corpus/yaml-test-suite/data";
    private const string Characters = "{}[]:,-?#&*!|>'\"%@`\\ \t\n\r\0a0~<=\u0085\u2028\ud83d\ufeff";

    [Fact]
    public void Cases() => Break(Directory.EnumerateFiles(Path.Combine(CaseFiles.Directory, "files")), mutations: 300);

    [SharedFact(Corpus)]
    public void Suite() => Break(
        Directory.EnumerateFiles(Path.Combine(Repository.Shared, Corpus), "in.yaml", SearchOption.AllDirectories), mutations: 60);

    [SharedFact("corpus/realistic")]
    public void Manifests() => Break(
        Directory.EnumerateFiles(Path.Combine(Repository.Shared, "corpus", "realistic"), "*.yaml", SearchOption.AllDirectories)
            .Where(file => new FileInfo(file).Length < 4_000)
            .Order(StringComparer.Ordinal)
            .Where((_, index) => index % 10 == 0),
        mutations: 40);

    private static void Break(IEnumerable<string> files, int mutations)
    {
        // The same texts every time.
        Random random = new(1);
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            for (int count = 0; count < mutations && text.Length > 0; count++)
            {
                Check(text[..random.Next(text.Length)]);
                Check(Scramble(text, random));
            }
        }
    }

    private static string Scramble(string text, Random random)
    {
        int at = random.Next(text.Length);
        string inserted = Characters[random.Next(Characters.Length)].ToString();
        return random.Next(3) switch
        {
            0 => text.Insert(at, inserted),
            1 => text.Remove(at, 1),
            _ => text.Remove(at, 1).Insert(at, inserted),
        };
    }

    private static void Check(string text)
    {
        int lines = text.Split('\n', '\r', '\u0085', '\u2028', '\u2029').Length;
        try
        {
            foreach (LoadProblem problem in YamlReader.Read("broken.yaml", text, LoadLimits.Default).Problems)
            {
                problem.Location.Span.StartLine.ShouldBeInRange(1, lines + 1);
                problem.Location.Span.StartColumn.ShouldBeGreaterThan(0);
                (problem.Location.Span.EndLine, problem.Location.Span.EndColumn).CompareTo(
                    (problem.Location.Span.StartLine, problem.Location.Span.StartColumn)).ShouldBeGreaterThanOrEqualTo(0);
            }
        }
        catch (Exception failure) when (failure is not ShouldAssertException)
        {
            throw new InvalidOperationException($"Reading this text threw:\n{text}", failure);
        }
    }
}
