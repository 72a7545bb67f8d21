using PolicyGate.Load.Files;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Load.Environments;

/// <summary>
/// Finds the files that environment descriptors claim, and reads those that were not read yet: an environment is what
/// it declares, whichever paths were given.
/// </summary>
internal sealed class ClaimReader(LoadOptions options, SourceFiles files)
{
    /// <param name="descriptors">All descriptors.</param>
    /// <param name="given">The files below the paths that were given.</param>
    public List<Claim> Read(IReadOnlyList<Document> descriptors, IReadOnlyList<string> given)
    {
        List<Claim> claims = [.. descriptors.Select(descriptor => new Claim(descriptor))];
        foreach (Claim claim in claims)
        {
            Node sources = claim.Descriptor.Root["spec.sources"];
            if (!options.FollowSources || !sources.IsSequence)
            {
                claim.Add(FilesNearest(claim.Descriptor, descriptors, given));
                continue;
            }

            foreach (Node source in sources.Items)
            {
                ReadSource(claim, source);
            }
        }

        return claims;
    }

    /// <summary>The files below a descriptor's directory that are not below the directory of another, further down.</summary>
    private static IEnumerable<string> FilesNearest(
        Document descriptor, IReadOnlyList<Document> descriptors, IReadOnlyList<string> given)
    {
        string directory = Paths.DirectoryOf(descriptor.File);
        string[] inner =
        [
            .. descriptors
                .Select(other => Paths.DirectoryOf(other.File))
                .Where(other => other != directory && Paths.IsBelow(other, directory)),
        ];
        return given.Where(file => Paths.IsBelow(file, directory) && !inner.Any(other => Paths.IsBelow(file, other)));
    }

    private void ReadSource(Claim claim, Node source)
    {
        Node path = source.Field("path");
        Node kustomize = source.Field("kustomize");
        Node helm = source.Field("helm");
        if (path.IsScalar)
        {
            ReadPath(claim, path);
        }
        else if (kustomize.IsScalar)
        {
            ReadKustomization(claim, kustomize);
        }
        else if (helm.IsScalar)
        {
            bool exists = Resolve(claim.Descriptor, helm.Text) is not null;
            claim.Problems.Add(exists ? SourceProblems.HelmNotRendered(helm) : SourceProblems.Missing(helm));
        }
    }

    private void ReadPath(Claim claim, Node path)
    {
        FoundFile[] found = Find(claim, path.Text);
        if (found.Length == 0)
        {
            claim.Problems.Add(SourceProblems.Missing(path));
        }

        files.Read(found);
        claim.Add(found);
    }

    private FoundFile[] Find(Claim claim, string path)
    {
        bool isPattern = Glob.IsPattern(path);
        if (Resolve(claim.Descriptor, isPattern ? Glob.FixedPart(path) : path) is not { } start)
        {
            return [];
        }

        FileFinder finder = new(options.Root);
        finder.Find(start);
        claim.Problems.AddRange(finder.Problems);
        if (!isPattern)
        {
            return finder.Files;
        }

        string? pattern = Paths.Join(start, path[Glob.FixedPart(path).Length..]);
        return [.. finder.Files.Where(file => pattern is not null && Glob.Matches(pattern, file.File))];
    }

    private void ReadKustomization(Claim claim, Node kustomize)
    {
        if (Resolve(claim.Descriptor, kustomize.Text) is not { } directory)
        {
            claim.Problems.Add(SourceProblems.Missing(kustomize));
            return;
        }

        KustomizationReader reader = new(options.Root, files, kustomize);
        reader.Read(directory);
        files.Read(reader.Found);
        claim.Add(reader.Found);
        claim.Problems.AddRange(reader.Problems);
    }

    /// <summary>The repository path of what exists beside the descriptor, or else at the root; null when neither does.</summary>
    private string? Resolve(Document descriptor, string path)
    {
        string?[] candidates = [Paths.Join(Paths.DirectoryOf(descriptor.File), path), Paths.Join("", path)];
        return candidates.FirstOrDefault(candidate => candidate is not null && Path.Exists(Path.Combine(options.Root, candidate)));
    }
}
