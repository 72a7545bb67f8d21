using PolicyGate.Load.Yaml;
using PolicyGate.Tests;

namespace PolicyGate.Load.Tests;

/// <summary>
/// The cases of https://github.com/yaml/yaml-test-suite. The numbers only ever go up; docs/yaml.md has them, and what
/// the others are.
/// </summary>
public class YamlSuiteTests
{
    private const string Corpus = "corpus/yaml-test-suite/data";

    [SharedFact(Corpus)]
    public void Valid_texts_are_accepted()
    {
        string[] cases = [.. Cases().Where(file => !IsInvalid(file))];
        cases.Length.ShouldBe(308);
        cases.Count(IsAccepted).ShouldBeGreaterThanOrEqualTo(301);
    }

    [SharedFact(Corpus)]
    public void Invalid_texts_are_refused()
    {
        string[] cases = [.. Cases().Where(IsInvalid)];
        cases.Length.ShouldBe(94);
        cases.Count(file => !IsAccepted(file)).ShouldBeGreaterThanOrEqualTo(90);
    }

    private static IEnumerable<string> Cases() =>
        Directory.EnumerateFiles(Path.Combine(Repository.Shared, Corpus), "in.yaml", SearchOption.AllDirectories);

    private static bool IsInvalid(string file) => File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "error"));

    /// <summary>Duplicate and complex keys are YAML, and problems all the same.</summary>
    private static bool IsAccepted(string file) =>
        YamlReader.Read("in.yaml", File.ReadAllText(file), LoadLimits.Default)
            .Problems.All(problem => problem.Id != "load/yaml-syntax");
}
