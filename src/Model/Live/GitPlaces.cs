using System.Collections.Immutable;
using PolicyGate.Model.Assessments;
using PolicyGate.Model.Estates;
using PolicyGate.Model.Kubernetes;
using PolicyGate.Model.Nodes;

namespace PolicyGate.Model.Live;

/// <summary>Where in git a thing of a cluster is said, so that what is found there has a line.</summary>
/// <param name="desired">What git wants.</param>
/// <param name="live">What clusters run.</param>
public sealed class GitPlaces(Estate desired, Estate live)
{
    /// <summary>The same field in git, or what stands nearest to it; nowhere for an object that git does not have.</summary>
    /// <param name="environment">The environment's name.</param>
    /// <param name="resource">Which object.</param>
    /// <param name="path">The field, as it is in the cluster.</param>
    public Location Of(string environment, ResourceReference resource, string path) =>
        Find(desired, environment, resource) is { } wanted && Find(live, environment, resource) is { } running
            ? Along(running.Node, PathSyntax.Read(path), wanted.Node).Location
            : Location.None;

    /// <summary>The cluster has the object too, and git's does not only stand for it.</summary>
    public bool IsLive(string environment, ResourceReference resource) => Find(live, environment, resource)?.Node.Document.File is "";

    private static Resource? Find(Estate estate, string environment, ResourceReference resource) =>
        estate.Environments.FirstOrDefault(one => one.Name == environment)?.Find(resource.Kind, resource.Namespace, resource.Name);

    private static Node Along(Node running, ImmutableArray<Step> steps, Node wanted)
    {
        foreach (Step step in steps)
        {
            running = step.Key is null ? running[step.Index] : running.Field(step.Key);
            wanted = step.Key is null ? Item(wanted, running, step.Index) : wanted.Field(step.Key);
        }

        return wanted;
    }

    /// <summary>Items of a name are found by it; the others stand in the same order.</summary>
    private static Node Item(Node list, Node running, int index)
    {
        string name = running.Field("name").Text;
        return name.Length == 0
            ? list[index]
            : list.Items.FirstOrDefault(item => item.Field("name").Text == name) ?? list[int.MaxValue];
    }
}
