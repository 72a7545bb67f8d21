using PolicyGate.Model.Assessments;
using PolicyGate.Tests;

namespace PolicyGate.Load.Tests;

/// <summary>Public repositories of which every file has to be accounted for.</summary>
public class CorpusTests
{
    private const string Corpus = "corpus/realistic";

    [SharedFact(Corpus)]
    public void Realistic_repositories_are_loaded_whole()
    {
        string root = Path.Combine(Repository.Shared, Corpus);
        Collection collection = Loader.Collect(new() { Root = root, Paths = ["."] });

        string[] files =
        [
            .. Directory.EnumerateFiles(root, "*", SearchOption.AllDirectories)
                .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json")
                .Select(file => Path.GetRelativePath(root, file).Replace('\\', '/'))
                .Where(file => !file.Split('/').SkipLast(1).Any(step => step.StartsWith('.')))
                .Order(StringComparer.Ordinal),
        ];
        collection.Files.Where(file => !file.File.EndsWith('/')).Select(file => file.File).ShouldBe(files);
        collection.Files.ShouldAllBe(file => file.Manifests + file.Settings + file.SetAside + file.Problems > 0);
        collection.Problems.ShouldAllBe(problem => problem.Outcome == Outcome.Fail);
        collection.Environments.ShouldHaveSingleItem().Manifests.Length.ShouldBeGreaterThan(1_500);
    }
}
