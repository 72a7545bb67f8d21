using PolicyGate.Load;
using PolicyGate.Load.Yaml;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;
using PolicyGate.Tests;

namespace PolicyGate.Fixing.Tests;

/// <summary>Fixes on manifests that nobody wrote for the purpose.</summary>
public class CorpusTests
{
    private static readonly string[] ContainerLists = ["containers", "initContainers"];

    private static readonly FixValue[] NewValues =
    [
        "key: value # none",
        true,
        new string[] { "a", "0777" },
        new FixValue.Map([new("a", "b"), new("list", new FixValue.List([new FixValue.Map([new("k", 3)])]))]),
    ];

    private static readonly string[] KnownReasons =
    [
        " is not a mapping",
        " is an alias",
        " comes from a merge key",
        " would change too",
        "comments inside",
        "written by a template",
    ];

    [SharedTheory("corpus")]
    [InlineData("cases", 2000)]
    [InlineData("realistic", 300)]
    public void Every_container_gets_what_it_lacks_and_nothing_else_changes(string directory, int fewest)
    {
        List<string> mended = [];
        foreach (SourceFile source in FilesOf(directory))
        {
            mended.AddRange(Mend(source));
        }

        mended.Count.ShouldBeGreaterThan(fewest);
    }

    [SharedTheory("corpus")]
    [InlineData("cases")]
    [InlineData("realistic")]
    public void Any_place_can_be_set_or_removed_unless_there_is_a_known_reason(string directory)
    {
        Random random = new(Seed: 1);
        foreach (SourceFile source in FilesOf(directory))
        {
            Node[] places = [.. source.Documents.SelectMany(document => document.Root.Descendants.Skip(1))];
            foreach (Node place in places.Length == 0 ? [] : random.GetItems(places, 3))
            {
                ChangeOnly(source, new(place.Route, FixOperation.Remove, ""));
                ChangeOnly(source, new(place.Route, FixOperation.Set, NewValues[random.Next(NewValues.Length)]));
                ChangeOnly(source, new(place[place.IsSequence ? "" : "added.list"].Route, FixOperation.Append, "item"));
            }
        }
    }

    private static IEnumerable<SourceFile> FilesOf(string directory)
    {
        string root = Path.Combine(Repository.Shared, "corpus", directory);
        return Directory.EnumerateFiles(root, "*.yaml", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => FixCase.SourceOf(Path.GetRelativePath(root, path), File.ReadAllText(path)));
    }

    private static void ChangeOnly(SourceFile source, Fix fix)
    {
        string subject = $"{source.File}: {fix.Operation} {fix.Place}";
        FixRendering rendering = FixRenderer.Render(fix, source);
        if (rendering is FixRendering.Unsafe { Reason: var reason })
        {
            IsKnown(reason, source).ShouldBeTrue($"{subject}: {reason}");
            return;
        }

        string after = TextEdits.Apply(source.Text, ((FixRendering.Edited)rendering).Edits);
        string place = fix.Operation == FixOperation.Remove ? ListAround(fix.Place) : fix.Place.ToString();
        Leaves.ChangedBetween(source, FixCase.SourceOf(source.File, after))
            .ShouldAllBe(leaf => Leaves.Concern(leaf, place), subject);
    }

    /// <summary>Where a key is written twice, what is taken away may leave the other one.</summary>
    private static bool IsKnown(string reason, SourceFile source) =>
        KnownReasons.Any(known => reason.Contains(known, StringComparison.Ordinal))
        || YamlReader.Read(source.File, source.Text, LoadLimits.Default).Problems
            .Any(problem => problem.Id == "load/duplicate-key");

    /// <summary>The list whose items move up when one is removed; of a field, the field itself.</summary>
    private static string ListAround(Route place) =>
        place.Steps[^1].Key is null ? PathSyntax.Write(place.Steps.AsSpan()[..^1]) : place.ToString();

    /// <summary>Limits and a read-only root file system for every container of a file; gives the places.</summary>
    private static string[] Mend(SourceFile source)
    {
        Fix[] fixes = [.. source.Documents.SelectMany(document => document.Root.Descendants).SelectMany(FixesOf)];

        FixedFile result = FixRenderer.RenderAll(fixes, source);

        result.Refused.ShouldAllBe(refused => IsShared(refused), source.File);
        TextEdits.Apply(source.Text, result.Edits).ShouldBe(result.Text, source.File);
        Comments.LostBetween(source.Text, result.Text).ShouldBeEmpty(source.File);
        string[] places = [.. result.Applied.Select(fix => fix.Place.ToString())];
        SourceFile changed = FixCase.SourceOf(source.File, result.Text);
        Leaves.ChangedBetween(source, changed)
            .ShouldAllBe(leaf => places.Any(place => Leaves.Concern(leaf, place)), source.File);
        FixRenderer.RenderAll(result.Applied, changed).Edits.ShouldBeEmpty(source.File);
        return places;
    }

    private static IEnumerable<Fix> FixesOf(Node place) =>
        from container in ContainerLists.Contains(place.Name) ? place.Items : []
        where container["name"].IsScalar
        from fix in new Fix[]
        {
            new(container["resources.limits.memory"].Route, FixOperation.Set, "768Mi"),
            new(container["securityContext.readOnlyRootFilesystem"].Route, FixOperation.Set, true),
        }
        select fix;

    /// <summary>The only reason to refuse such a fix: the place is written once and used more than once.</summary>
    private static bool IsShared(RefusedFix refused) =>
        refused.Reason.EndsWith("would change too", StringComparison.Ordinal)
        || refused.Reason.EndsWith("would change other places too", StringComparison.Ordinal);
}
