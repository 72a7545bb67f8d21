using System.Collections.Immutable;
using PolicyGate.Load.Environments;
using PolicyGate.Load.Files;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Manifests;

/// <summary>Sorts the documents of one file into those to be judged, PolicyGate's own and those set aside.</summary>
internal sealed class FileSorter
{
    private readonly ImmutableArray<Manifest>.Builder manifests = ImmutableArray.CreateBuilder<Manifest>();
    private readonly ImmutableArray<Document>.Builder settings = ImmutableArray.CreateBuilder<Document>();
    private readonly List<LoadProblem> problems;
    private readonly SourceFile file;
    private SetAsideReason reason;
    private int setAside;

    private FileSorter(SourceFile file)
    {
        this.file = file;
        problems = [.. file.Problems];
    }

    public static FileContents Sort(SourceFile file, KustomizeInputs inputs)
    {
        FileSorter sorter = new(file);
        if (file.Unread != SetAsideReason.None)
        {
            sorter.SetAside(file.Unread);
        }
        else if (inputs.Contains(file.File))
        {
            sorter.SetAside(SetAsideReason.KustomizeInput);
        }
        else
        {
            sorter.SortDocuments();
        }

        return sorter.Contents();
    }

    private void SortDocuments()
    {
        for (int count = 0; count < file.Templates; count++)
        {
            SetAside(SetAsideReason.Template);
        }

        foreach (Document document in file.Documents)
        {
            Sort(document);
        }

        bool onlyComments = file is { Documents: [], Problems: [], Templates: 0 };
        if (onlyComments)
        {
            SetAside(WhyNoManifest());
        }
    }

    private void Sort(Document document)
    {
        Node root = document.Root;
        ObjectHeader header = ObjectHeader.Of(root);
        DocumentKind kind = PathRules.IsKustomization(file.File)
            ? DocumentKind.Kustomization
            : DocumentKinds.Of(root, header);
        switch (kind)
        {
            case DocumentKind.Manifest:
                Take(root, header);
                break;
            case DocumentKind.BrokenManifest when !PathRules.IsToolConfiguration(file.File):
                HeaderProblems.Find(root, problems);
                break;
            case DocumentKind.Settings:
                TakeSettings(document);
                break;
            case DocumentKind.Kustomization:
                SetAside(SetAsideReason.Kustomization);
                break;
            case DocumentKind.NotForCluster:
                SetAside(SetAsideReason.NotForCluster);
                break;
            default:
                SetAside(WhyNoManifest());
                break;
        }
    }

    private SetAsideReason WhyNoManifest() => PathRules.IsToolConfiguration(file.File)
        ? SetAsideReason.ToolConfiguration
        : SetAsideReason.NotManifest;

    /// <summary>Takes an object, or the items of a list one by one.</summary>
    private void Take(Node root, in ObjectHeader header)
    {
        if (IsList(root, header))
        {
            foreach (Node item in root.Field("items").Items)
            {
                Take(item, ObjectHeader.Of(item));
            }

            return;
        }

        HeaderProblems.Find(root, problems);
        if (header is not { ApiVersion: "" } and not { Kind: "" })
        {
            UnquotedScalars.Find(root, header, problems);
            manifests.Add(new(file.File, root, header));
        }
    }

    /// <summary>https://kubernetes.io/docs/reference/using-api/api-concepts/#collections</summary>
    internal static bool IsList(Node root, in ObjectHeader header) =>
        header.Kind.EndsWith("List", StringComparison.Ordinal)
        && (root.Field("items").IsSequence || header is { ApiVersion: "v1", Kind: "List" })
        && root.Field("spec").IsMissing;

    private void TakeSettings(Document document)
    {
        if (OwnKinds.ProblemOf(document) is { } problem)
        {
            problems.Add(problem);
        }

        settings.Add(document);
    }

    private void SetAside(SetAsideReason why)
    {
        setAside++;
        reason = reason == SetAsideReason.None ? why : reason;
    }

    private FileContents Contents() => new(
        file.File,
        manifests.ToImmutable(),
        settings.ToImmutable(),
        [.. problems],
        new FileAccount(file.File, manifests.Count, settings.Count, setAside, reason, problems.Count));
}
